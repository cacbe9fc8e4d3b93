import { strict as assert } from "node:assert";
import { usersOf } from "../../../policies/network/groupUsers";
import { stackOf, unknown } from "../../support/policy";
import type { Described } from "../../support/policy";

const group = { type: "aws:ec2/securityGroup:SecurityGroup", name: "group", props: { id: "sg-0a1b2c3d" } };

function usersIn(...resources: Described[]): string[] {
  const stack = stackOf(group, ...resources);
  const [target] = stack.ofType(group.type);
  assert.ok(target);
  return usersOf(stack, target).map(({ name }) => name);
}

describe("the users of a security group", () => {
  const takers: [type: string, property: string][] = [
    ["aws:lb/loadBalancer:LoadBalancer", "securityGroups"],
    ["aws:ec2/instance:Instance", "vpcSecurityGroupIds"],
    ["aws:ec2/vpcEndpoint:VpcEndpoint", "securityGroupIds"],
    ["aws:ec2/launchTemplate:LaunchTemplate", "networkInterfaces"],
    ["aws:ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment", "securityGroupId"],
    ["aws:ecs/service:Service", "networkConfiguration"],
    ["aws:lambda/function:Function", "vpcConfig"],
    ["aws:opensearch/domain:Domain", "vpcOptions"],
    ["aws:msk/cluster:Cluster", "brokerNodeGroupInfo"],
    ["aws:batch/computeEnvironment:ComputeEnvironment", "computeResources"],
    ["aws:cloudwatch/eventTarget:EventTarget", "ecsTarget"],
  ];
  for (const [type, property] of takers) {
    it(`hold a ${type} that takes it by ${property}`, () => {
      const user = { type, name: "user", props: { [property]: unknown }, dependsOn: { [property]: ["group"] } };
      assert.deepEqual(usersIn(user), ["user"]);
    });
  }

  it("hold what names it by its id", () => {
    const networkConfiguration = { securityGroups: ["sg-0a1b2c3d"] };
    const service = { type: "aws:ecs/service:Service", name: "service", props: { networkConfiguration } };
    const other = {
      type: "aws:ec2/instance:Instance",
      name: "other",
      props: { vpcSecurityGroupIds: ["sg-0a1b2c3d4"] },
    };
    assert.deepEqual(usersIn(service, other), ["service"]);
  });

  const strangers: [what: string, type: string, property: string][] = [
    ["a rule", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "securityGroupId"],
    ["another group", "aws:ec2/securityGroup:SecurityGroup", "ingress"],
    ["a parameter that tells its id", "aws:ssm/parameter:Parameter", "value"],
    ["a component that hands it on", "awsx:lb:ApplicationLoadBalancer", "securityGroups"],
  ];
  for (const [what, type, property] of strangers) {
    it(`do not hold ${what}`, () => {
      assert.deepEqual(usersIn({ type, name: "other", dependsOn: { [property]: ["group"] } }), []);
    });
  }
});
