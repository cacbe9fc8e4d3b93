import { strict as assert } from "node:assert";
import { pipelineStatements, startStatements } from "../../../../infra/components/pipeline/permissions";
import type { PipelineResources, SourceResource } from "../../../../infra/components/pipeline/permissions";
import {
  deployStatements,
  originStatements,
  promoteStatements,
  stepStatements,
  verifyStatements,
} from "../../../../infra/components/pipeline/stepPermissions";

const where = { partition: "aws", region: "eu-west-1", account: "123456789012" };
const at = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:123456789012:${resource}`;
const resources: PipelineResources = {
  projectNames: ["build", "deploy"],
  artifactBucketName: "artifacts",
  keyArn: at("kms", "key/1"),
  source: { imageRepository: "web" },
  alarmNames: [],
};
const service = {
  clusterName: "cluster",
  serviceName: "web",
  repositoryName: "web",
  executionRoleArn: "arn:aws:iam::123456789012:role/web-execution",
  taskRoleArn: "arn:aws:iam::123456789012:role/web-task",
  imageParameterName: "/web/image-digest",
};
const statements = (own: Partial<PipelineResources> = {}) => pipelineStatements(where, { ...resources, ...own });

describe("pipelineStatements", () => {
  const sources: [string, SourceResource, string, string][] = [
    [
      "a new connection",
      { connection: { arn: at("codeconnections", "connection/1"), repositoryId: "octo/web" } },
      "codeconnections:UseConnection",
      at("codeconnections", "connection/1"),
    ],
    [
      "an older connection",
      { connection: { arn: at("codestar-connections", "connection/1"), repositoryId: "octo/web" } },
      "codestar-connections:UseConnection",
      at("codestar-connections", "connection/1"),
    ],
    ["CodeCommit", { codeCommitRepository: "web" }, "codecommit:GetBranch", at("codecommit", "web")],
    ["an image", { imageRepository: "web" }, "ecr:DescribeImages", at("ecr", "repository/web")],
  ];
  for (const [kind, source, action, resource] of sources) {
    it(`fetches from ${kind} and from nothing else`, () => {
      const [fetch] = statements({ source });
      assert.ok(fetch);
      assert.ok(fetch.actions.includes(action));
      assert.deepEqual(fetch.resources, [resource]);
    });
  }

  it("uses a connection for one repository only", () => {
    const source = { connection: { arn: at("codeconnections", "connection/1"), repositoryId: "octo/web" } };
    assert.deepEqual(statements({ source })[0]?.conditions, {
      StringEquals: { "codeconnections:FullRepositoryId": ["octo/web"] },
    });
  });

  it("runs its own projects and no others", () => {
    const run = statements().find(({ sid }) => sid === "RunSteps");
    assert.deepEqual(run?.resources, [at("codebuild", "project/build"), at("codebuild", "project/deploy")]);
  });

  it("watches alarms and asks a topic only when there are some", () => {
    const sids = (own: Partial<PipelineResources>) => statements(own).map(({ sid }) => sid);
    assert.ok(!sids({}).some((sid) => ["WatchAlarms", "AskForApproval"].includes(String(sid))));
    assert.deepEqual(sids({ alarmNames: ["errors"], topicArn: at("sns", "web") }).slice(-2), [
      "WatchAlarms",
      "AskForApproval",
    ]);
  });
});

describe("statements of the pipeline's roles", () => {
  const step = {
    step: "Deploy",
    logGroupName: "/aws/codebuild/deploy",
    artifactBucketName: "artifacts",
    keyArn: at("kms", "key/1"),
  };
  const all = [
    ...statements(),
    ...startStatements(where, "release"),
    ...stepStatements(where, step),
    ...deployStatements(where, service),
    ...verifyStatements(where, service),
    ...promoteStatements(where, "web"),
    ...originStatements(where, "web"),
  ];

  it("leave a resource open only where the action knows none", () => {
    const open = all.filter((statement) => statement.resources.includes("*")).map(({ sid }) => sid);
    assert.deepEqual(open, ["ReadTaskDefinition", "ListTasks"]);
    assert.deepEqual(all.find(({ sid }) => sid === "ListTasks")?.conditions, {
      ArnEquals: { "ecs:cluster": [at("ecs", "cluster/cluster")] },
    });
  });

  it("spell every action out", () => {
    assert.ok(all.every(({ actions }) => actions.every((action) => !String(action).includes("*"))));
  });

  it("register and tag one family of task definitions", () => {
    const family = [at("ecs", "task-definition/web:*")];
    for (const sid of ["RegisterTaskDefinition", "TagTaskDefinition"]) {
      assert.deepEqual(all.find((one) => one.sid === sid)?.resources, family);
    }
  });

  it("let verification read the service but not change it", () => {
    const actions = verifyStatements(where, service).flatMap((one) => one.actions.map(String));
    assert.ok(!actions.some((action) => /Update|Register|PassRole|Stop/.test(action)), actions.join());
  });
});
