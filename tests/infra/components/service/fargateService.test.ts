import { strict as assert } from "node:assert";
import { FargateService } from "../../../../infra/components/service/fargateService";
import { keyArn, startMocks } from "../../../support/mocks";
import type { MockOptions, Recorder } from "../../../support/mocks";
import { valueOf } from "../../../support/outputs";

const common = {
  repositoryName: "web",
  imageParameterName: "/container-delivery/dev/web/image-digest",
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
  encryptionKeyArn: keyArn,
  certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1",
  internetFacing: true,
};

describe("FargateService", () => {
  let recorder: Recorder;
  const create = async (args: object = {}, options: MockOptions = {}) => {
    recorder = await startMocks(options);
    const service = new FargateService("web", { ...common, ...args });
    await recorder.settled();
    return service;
  };
  const service = () => recorder.one("aws:ecs/service:Service");
  const container = () => {
    const { containerDefinitions } = recorder.one("aws:ecs/taskDefinition:TaskDefinition").inputs;
    return JSON.parse(containerDefinitions)[0];
  };
  const intent = () => recorder.one("container-delivery:index:FargateService").inputs.statements;

  it("creates every resource below itself", async () => {
    await create({ scaling: { maximumCount: 6 } });
    const own = recorder.resources.filter(({ type }) => type.startsWith("aws:"));
    assert.equal(own.length, 27);
    for (const { name, parent } of own) {
      assert.match(parent, /container-delivery:index:FargateService::web$/, name);
      assert.ok(name.startsWith("web-"), name);
    }
  });

  it("keeps tasks private and rolls back what fails", async () => {
    await create();
    const { inputs } = service();
    assert.deepEqual(inputs.networkConfiguration.subnets, common.privateSubnetIds);
    assert.equal(inputs.networkConfiguration.assignPublicIp, false);
    assert.deepEqual(inputs.deploymentCircuitBreaker, { enable: true, rollback: true });
    assert.equal(inputs.deploymentMinimumHealthyPercent, 100);
    const alarms = [
      "container-delivery-dev-web-deployment-errors",
      "container-delivery-dev-web-deployment-unhealthy-blue",
    ];
    assert.deepEqual(inputs.alarms, { enable: true, rollback: true, alarmNames: alarms });
    assert.equal(inputs.enableExecuteCommand, false);
  });

  it("leaves image and number of tasks to the pipeline", async () => {
    await create();
    assert.deepEqual(service().ignoreChanges, ["taskDefinition", "desiredCount"]);
    assert.deepEqual(recorder.one("aws:ssm/parameter:Parameter").ignoreChanges, ["insecureValue"]);
  });

  it("deploys the image itself when Pulumi owns it", async () => {
    await create({ imageOwner: "pulumi", image: "registry/web@sha256:1" });
    assert.deepEqual(service().ignoreChanges, []);
    assert.equal(container().image, "registry/web@sha256:1");
    await create({ imageOwner: "pulumi", image: "registry/web@sha256:1", scaling: { maximumCount: 6 } });
    assert.deepEqual(service().ignoreChanges, ["desiredCount"]);
  });

  it("starts with an image that answers until the first release", async () => {
    await create();
    assert.equal(container().image, "public.ecr.aws/docker/library/node:24-alpine");
    assert.equal(container().dockerLabels["container-delivery.bootstrap"], "true");
    await create({ bootstrapImage: "registry/starting:1" });
    assert.equal(container().image, "registry/starting:1");
    assert.equal(container().command, undefined);
  });

  it("keeps revisions for rollbacks and follows those of the pipeline", async () => {
    await create();
    const { inputs } = recorder.one("aws:ecs/taskDefinition:TaskDefinition");
    assert.deepEqual([inputs.skipDestroy, inputs.trackLatest, inputs.networkMode], [true, true, "awsvpc"]);
    assert.deepEqual([inputs.cpu, inputs.memory], ["256", "512"]);
    assert.notEqual(inputs.executionRoleArn, inputs.taskRoleArn);
  });

  it("gives the tasks' role no right that nothing needs", async () => {
    await create();
    assert.deepEqual(
      recorder.ofType("aws:iam/rolePolicy:RolePolicy").map(({ name }) => name),
      ["web-execution-policy"],
    );
    await create({ enableExecuteCommand: true });
    const names = recorder.ofType("aws:iam/rolePolicy:RolePolicy").map(({ name }) => name);
    assert.deepEqual(names.sort(), ["web-execution-policy", "web-task-policy"]);
  });

  it("uses an existing cluster instead of a new one", async () => {
    const existing = await create({ clusterName: "shared" });
    assert.deepEqual(recorder.ofType("aws:ecs/cluster:Cluster"), []);
    assert.equal(service().inputs.cluster, "shared");
    assert.equal(await valueOf(existing.clusterName), "shared");
  });

  it("runs one task on demand and the rest on Spot as asked", async () => {
    await create({ spotPercent: 70 });
    assert.deepEqual(service().inputs.capacityProviderStrategies, [
      { capacityProvider: "FARGATE", weight: 30, base: 1 },
      { capacityProvider: "FARGATE_SPOT", weight: 70, base: 0 },
    ]);
  });

  it("knows its names, its roles and its intent in the first preview", async () => {
    const created = await create({ encryptionKeyArn: keyArn }, { preview: true });
    const physical = "container-delivery-dev-web";
    assert.equal(await valueOf(created.serviceName), physical);
    assert.equal(await valueOf(created.clusterName), physical);
    assert.equal(await valueOf(created.executionRoleArn), `arn:aws:iam::123456789012:role/${physical}-execution`);
    assert.equal(await valueOf(created.taskRoleArn), `arn:aws:iam::123456789012:role/${physical}-task`);
    assert.deepEqual(
      intent().map(({ sid }: { sid: string }) => sid),
      ["RegistryLogin", "PullImage", "WriteLogs"],
    );
    assert.equal(container().user, "65532:65532");
  });

  it("refuses what Fargate, ECS or the pipeline would", async () => {
    await assert.rejects(
      create({ cpu: 256, memory: 4096 }),
      /`memory` is .* Fargate takes 512, 1024, 2048 MiB; the nearest is 2048/,
    );
    await assert.rejects(
      create({ deploymentStrategy: "yolo" }),
      /`deploymentStrategy` is "yolo"\. Set it to one of rolling/,
    );
    await assert.rejects(
      create({ image: "registry/web@sha256:1" }),
      /`image` is .* Remove `image`, or set `imageOwner`/,
    );
    await assert.rejects(create({ imageOwner: "pulumi" }), /`image` is not set\. Set `image` to the image by digest/);
    await assert.rejects(create({ container: { user: "root" } }), /`container.user` is "root"/);
  });
});
