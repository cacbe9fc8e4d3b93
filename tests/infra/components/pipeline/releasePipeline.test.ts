import { strict as assert } from "node:assert";
import { ReleasePipeline } from "../../../../infra/components/pipeline/releasePipeline";
import { keyArn, startMocks } from "../../../support/mocks";
import type { MockOptions, Recorder } from "../../../support/mocks";
import { valueOf } from "../../../support/outputs";

const account = "123456789012";
const connectionArn = `arn:aws:codestar-connections:eu-west-1:${account}:connection/1`;
const connection = { repositoryId: "octo/web" };
const common = {
  repositoryName: "web",
  clusterName: "web",
  serviceName: "web",
  executionRoleArn: `arn:aws:iam::${account}:role/web-execution`,
  taskRoleArn: `arn:aws:iam::${account}:role/web-task`,
  imageParameterName: "/web/image-digest",
  artifactBucketName: "artifacts",
  encryptionKeyArn: keyArn,
};
const building = { ...common, source: { connection }, buildProjectName: "web-build" };
const delivering = { ...common, source: { image: {} }, approval: {} };

describe("ReleasePipeline", () => {
  let recorder: Recorder;
  const create = async (args: typeof building | object = building, options: MockOptions = {}) => {
    recorder = await startMocks(options);
    const pipeline = new ReleasePipeline("pipeline", args as typeof building);
    await recorder.settled();
    return pipeline;
  };
  const pipeline = () => recorder.one("aws:codepipeline/pipeline:Pipeline").inputs;
  const stageNames = () => pipeline().stages.map(({ name }: { name: string }) => name);
  const projects = () => recorder.ofType("aws:codebuild/project:Project").map(({ name }) => name);
  const intent = () => recorder.one("container-delivery:index:ReleasePipeline").inputs.statements;
  const statement = (role: string, sid: string) =>
    JSON.parse(recorder.named(`${role}-policy`).inputs.policy).Statement.find(
      (one: { Sid: string }) => one.Sid === sid,
    );

  it("builds, deploys and promotes what a repository holds", async () => {
    await create();
    assert.deepEqual(stageNames(), ["Source", "Build", "Deploy", "Promote"]);
    assert.deepEqual(projects(), ["pipeline-deploy-project", "pipeline-verify-project", "pipeline-promote-project"]);
    assert.deepEqual(recorder.ofType("aws:cloudwatch/eventRule:EventRule"), []);
    assert.deepEqual(recorder.ofType("aws:sqs/queue:Queue"), []);
  });

  it("delivers what another environment promoted without building it", async () => {
    await create(delivering);
    assert.deepEqual(stageNames(), ["Source", "VerifyImage", "Approve", "Deploy"]);
    assert.deepEqual(projects(), ["pipeline-origin-project", "pipeline-deploy-project", "pipeline-verify-project"]);
    assert.deepEqual(recorder.ofType("aws:codeconnections/connection:Connection"), []);
    const pattern = JSON.parse(recorder.one("aws:cloudwatch/eventRule:EventRule").inputs.eventPattern);
    assert.deepEqual(pattern.detail["image-tag"], ["promoted"]);
    const target = recorder.one("aws:cloudwatch/eventTarget:EventTarget").inputs;
    assert.ok(target.deadLetterConfig.arn && target.roleArn);
  });

  it("queues releases of a V2 pipeline and encrypts what they hand over", async () => {
    await create();
    assert.deepEqual([pipeline().pipelineType, pipeline().executionMode], ["V2", "QUEUED"]);
    assert.deepEqual(pipeline().artifactStores, [
      { location: "artifacts", type: "S3", encryptionKey: { id: keyArn, type: "KMS" } },
    ]);
  });

  it("creates every resource below itself, none of them privileged", async () => {
    await create({ ...delivering, notificationTopicArn: `arn:aws:sns:eu-west-1:${account}:releases` });
    for (const { name, parent, type } of recorder.resources.filter((one) => one.type.startsWith("aws:"))) {
      assert.match(parent, /container-delivery:index:ReleasePipeline::pipeline$/, `${type} ${name}`);
    }
    for (const { inputs } of recorder.ofType("aws:codebuild/project:Project")) {
      assert.equal(inputs.environment.privilegedMode, false);
      assert.equal(inputs.encryptionKey, keyArn);
    }
  });

  it("passes on exactly the two roles of the tasks, and only to tasks", async () => {
    await create();
    assert.deepEqual(statement("pipeline-deploy-role", "GiveTasksTheirRoles"), {
      Sid: "GiveTasksTheirRoles",
      Effect: "Allow",
      Action: ["iam:PassRole"],
      Resource: [common.executionRoleArn, common.taskRoleArn],
      Condition: { StringEquals: { "iam:PassedToService": ["ecs-tasks.amazonaws.com"] } },
    });
    for (const role of ["pipeline-role", "pipeline-verify-role", "pipeline-promote-role"]) {
      assert.equal(statement(role, "GiveTasksTheirRoles"), undefined, role);
    }
  });

  it("takes the permission's prefix from the connection's ARN", async () => {
    await create({ ...building, source: { connection: { ...connection, connectionArn } } });
    const { Action, Resource, Condition } = statement("pipeline-role", "FetchSource");
    assert.deepEqual([Action, Resource], [["codestar-connections:UseConnection"], [connectionArn]]);
    assert.deepEqual(Condition, { StringEquals: { "codestar-connections:FullRepositoryId": ["octo/web"] } });
  });

  it("says what to do about a connection that nobody confirmed", async () => {
    const created = await create({ ...building, source: { connection: { ...connection, connectionArn } } });
    assert.equal(await valueOf(created.connectionStatus), "");
    assert.equal(await valueOf(created.nextStep), "Push to main of octo/web.");
  });

  it("declares an intent without anything that AWS generates, in the first preview too", async () => {
    await create();
    const declared = intent();
    assert.ok(!JSON.stringify(declared).includes(keyArn));
    assert.equal(new Set(declared.map(({ sid }: { sid: string }) => sid)).size, declared.length);
    assert.ok(JSON.stringify(declared).includes("connection/<generated>"));
    await create(building, { preview: true });
    assert.deepEqual(intent(), declared);
  });

  it("listens by triggers instead of change detection when given some", async () => {
    const triggers = { pushes: [{ branches: { includes: ["main"] }, filePaths: { includes: ["app/**"] } }] };
    await create({ ...building, source: { connection: { ...connection, triggers } } });
    assert.equal(pipeline().stages[0].actions[0].configuration.DetectChanges, "false");
    assert.deepEqual(pipeline().triggers[0].gitConfiguration.pushes, triggers.pushes);
  });

  it("refuses a source, a project or conditions that make no pipeline", async () => {
    await assert.rejects(create({ ...common, source: {} }), /`source` is \[\]\. Give exactly one of/);
    await assert.rejects(
      create({ ...common, source: { connection, image: {} } }),
      /`source` is \["connection","image"\]/,
    );
    await assert.rejects(create({ ...common, source: { connection } }), /`buildProjectName` is not set\. Set it to/);
    await assert.rejects(create({ ...delivering, buildProjectName: "x" }), /never builds one/);
    const conditions = { alarmNames: ["1", "2", "3", "4", "5"] };
    await assert.rejects(create({ ...building, conditions }), /Name at most four alarms/);
  });
});
