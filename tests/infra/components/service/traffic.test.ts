import { strict as assert } from "node:assert";
import { FargateService } from "../../../../infra/components/service/fargateService";
import { keyArn, startMocks } from "../../../support/mocks";
import type { Recorder } from "../../../support/mocks";

const common = {
  repositoryName: "web",
  imageParameterName: "/web/image-digest",
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
  encryptionKeyArn: keyArn,
  certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1",
  internetFacing: true,
};
const ruleType = "aws:lb/listenerRule:ListenerRule";

describe("the way from clients to tasks", () => {
  let recorder: Recorder;
  const create = async (args: object = {}) => {
    recorder = await startMocks();
    new FargateService("web", { ...common, ...args });
    await recorder.settled();
  };
  const ingress = () =>
    recorder.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").map(({ inputs }) => inputs);
  const egress = () =>
    recorder.ofType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").map(({ inputs }) => inputs);

  it("speaks recent TLS and redirects everything else", async () => {
    await create();
    const [http, https] = recorder.ofType("aws:lb/listener:Listener").map(({ inputs }) => inputs);
    assert.equal(http.defaultActions[0].redirect.statusCode, "HTTP_301");
    assert.deepEqual([https.protocol, https.sslPolicy], ["HTTPS", "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"]);
    assert.equal(https.defaultActions[0].type, "fixed-response");
  });

  it("protects the load balancer, and declares that it is public", async () => {
    await create({ loadBalancer: { accessLogBucketName: "logs", webAclArn: "arn:aws:wafv2:eu-west-1:1:webacl/1" } });
    const { inputs } = recorder.one("aws:lb/loadBalancer:LoadBalancer");
    assert.deepEqual([inputs.internal, inputs.tags["internet-facing"]], [false, "true"]);
    assert.deepEqual([inputs.dropInvalidHeaderFields, inputs.enableDeletionProtection], [true, true]);
    assert.deepEqual(inputs.accessLogs, { bucket: "logs", enabled: true });
    assert.deepEqual(inputs.subnets, common.publicSubnetIds);
    assert.equal(recorder.ofType("aws:wafv2/webAclAssociation:WebAclAssociation").length, 1);
  });

  it("keeps an internal load balancer in private subnets and closed to the world", async () => {
    await create({ internetFacing: false });
    const { inputs } = recorder.one("aws:lb/loadBalancer:LoadBalancer");
    assert.deepEqual([inputs.internal, inputs.tags["internet-facing"]], [true, undefined]);
    assert.deepEqual(inputs.subnets, common.privateSubnetIds);
    assert.ok(ingress().every((rule) => rule.cidrIpv4 !== "0.0.0.0/0"));
  });

  it("opens the load balancer to HTTP and HTTPS, and tasks to the load balancer only", async () => {
    await create();
    const open = ingress().filter((rule) => rule.cidrIpv4 === "0.0.0.0/0");
    assert.deepEqual(
      open.map((rule) => [rule.securityGroupId, rule.fromPort]),
      [
        ["web-load-balancer-group-id", 443],
        ["web-load-balancer-group-id", 80],
      ],
    );
    const tasks = ingress().filter((rule) => rule.securityGroupId === "web-task-group-id");
    assert.deepEqual(
      tasks.map((rule) => [rule.referencedSecurityGroupId, rule.fromPort]),
      [["web-load-balancer-group-id", 8080]],
    );
  });

  it("lets tasks reach only the endpoints that it is told", async () => {
    await create({ egress: { securityGroupIds: { endpoints: "sg-endpoints" }, prefixListIds: { storage: "pl-s3" } } });
    const tasks = egress().filter((rule) => rule.securityGroupId === "web-task-group-id");
    assert.deepEqual(
      tasks.map((rule) => [rule.referencedSecurityGroupId ?? rule.prefixListId, rule.fromPort, rule.toPort]),
      [
        ["sg-endpoints", 443, 443],
        ["pl-s3", 443, 443],
      ],
    );
  });

  it("forwards to one group while deployments roll", async () => {
    await create();
    assert.equal(recorder.ofType("aws:lb/targetGroup:TargetGroup").length, 1);
    const rule = recorder.one(ruleType);
    assert.deepEqual([rule.inputs.actions[0].type, rule.ignoreChanges], ["forward", []]);
    assert.equal(recorder.one("aws:ecs/service:Service").inputs.loadBalancers[0].advancedConfiguration, undefined);
  });

  for (const deploymentStrategy of ["blueGreen", "canary", "linear"]) {
    it(`leaves the weights of two groups to ECS for ${deploymentStrategy}`, async () => {
      await create({ deploymentStrategy });
      const rule = recorder.one(ruleType);
      assert.deepEqual(rule.ignoreChanges, ["actions"]);
      assert.deepEqual(
        rule.inputs.actions[0].forward.targetGroups.map(({ weight }: { weight: number }) => weight),
        [100, 0],
      );
      const { inputs } = recorder.one("aws:ecs/service:Service");
      const { alternateTargetGroupArn, productionListenerRule, roleArn } =
        inputs.loadBalancers[0].advancedConfiguration;
      assert.ok(alternateTargetGroupArn && productionListenerRule && roleArn);
      assert.notEqual(alternateTargetGroupArn, inputs.loadBalancers[0].targetGroupArn);
      assert.equal(inputs.deploymentCircuitBreaker, undefined);
      assert.equal(inputs.alarms.alarmNames.length, 3);
    });
  }
});
