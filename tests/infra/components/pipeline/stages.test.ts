import { strict as assert } from "node:assert";
import { pipelineStages } from "../../../../infra/components/pipeline/stages";
import type { StageOptions } from "../../../../infra/components/pipeline/stages";

const built: StageOptions<string> = {
  source: { provider: "CodeStarSourceConnection", configuration: { FullRepositoryId: "octo/web" } },
  buildProject: "build",
  deployProject: "deploy",
  verifyProject: "verify",
  promoteProject: "promote",
  conditions: { alarmNames: [], quietMinutes: 5 },
};
const promoted: StageOptions<string> = {
  ...built,
  source: { provider: "ECR", configuration: { RepositoryName: "web", ImageTag: "promoted" } },
  buildProject: undefined,
  promoteProject: undefined,
  originProject: "origin",
  approval: { message: "Look" },
};
const names = (options: StageOptions<string>) => pipelineStages(options).map(({ name }) => name);
const stage = (options: StageOptions<string>, name: string) => {
  const found = pipelineStages(options).find((one) => one.name === name);
  assert.ok(found, name);
  return found;
};
const variables = (options: StageOptions<string>, name: string) =>
  stage(options, name).actions.map(({ configuration }) => JSON.parse(configuration.EnvironmentVariables ?? "[]")[0]);

describe("pipelineStages", () => {
  const table: [string, StageOptions<string>, string[]][] = [
    ["builds and promotes", built, ["Source", "Build", "Deploy", "Promote"]],
    ["builds for one environment", { ...built, promoteProject: undefined }, ["Source", "Build", "Deploy"]],
    ["verifies and asks", promoted, ["Source", "VerifyImage", "Approve", "Deploy"]],
    ["verifies without asking", { ...promoted, approval: undefined }, ["Source", "VerifyImage", "Deploy"]],
  ];
  for (const [behaviour, options, expected] of table) {
    it(behaviour, () => assert.deepEqual(names(options), expected));
  }

  it("begins with the only source action", () => {
    for (const options of [built, promoted]) {
      const categories = pipelineStages(options).map(({ actions }) => actions.map(({ category }) => category));
      assert.deepEqual(categories[0], ["Source"]);
      assert.ok(!categories.slice(1).flat().includes("Source"));
    }
  });

  it("gives every project the source as its input, and nothing an output but the source", () => {
    for (const { actions } of [...pipelineStages(built), ...pipelineStages(promoted)]) {
      for (const { provider, inputArtifacts, outputArtifacts, category } of actions) {
        assert.deepEqual(inputArtifacts, provider === "CodeBuild" ? ["Source"] : undefined);
        assert.deepEqual(outputArtifacts, category === "Source" ? ["Source"] : undefined);
      }
    }
  });

  it("delivers the digest of the build from the first stage to the last", () => {
    const digest = { name: "IMAGE_DIGEST", value: "#{Build.IMAGE_DIGEST}", type: "PLAINTEXT" };
    assert.deepEqual(variables(built, "Deploy"), [digest, digest]);
    assert.deepEqual(variables(built, "Promote"), [digest]);
    assert.deepEqual(variables(built, "Build"), [{ name: "COMMIT", value: "#{Source.CommitId}", type: "PLAINTEXT" }]);
  });

  it("delivers the digest that was promoted", () => {
    const digest = { name: "IMAGE_DIGEST", value: "#{Source.ImageDigest}", type: "PLAINTEXT" };
    assert.deepEqual(variables(promoted, "VerifyImage"), [digest]);
    assert.deepEqual(variables(promoted, "Deploy"), [digest, digest]);
  });

  it("verifies within the stage that rolls back", () => {
    const { actions, onFailure } = stage(built, "Deploy");
    assert.deepEqual(
      actions.map(({ name, runOrder }) => [name, runOrder]),
      [
        ["Deploy", 1],
        ["Verify", 2],
      ],
    );
    assert.deepEqual(onFailure, { result: "ROLLBACK" });
  });

  it("asks a person, and a topic where there is one", () => {
    assert.deepEqual(stage(promoted, "Approve").actions[0]?.configuration, { CustomData: "Look" });
    const told = { ...promoted, approval: { message: "Look", topicArn: "arn:topic" } };
    assert.deepEqual(stage(told, "Approve").actions[0]?.configuration, {
      CustomData: "Look",
      NotificationArn: "arn:topic",
    });
  });

  it("has no conditions unless asked", () => {
    const { beforeEntry, onSuccess } = stage(built, "Deploy");
    assert.deepEqual([beforeEntry, onSuccess], [undefined, undefined]);
  });

  it("waits for quiet alarms and an open window, and rolls back when an alarm fires afterwards", () => {
    const conditions = {
      alarmNames: ["errors", "latency"],
      quietMinutes: 15,
      deploymentWindow: "0 0 9-16 ? * MON-THU",
    };
    const { beforeEntry, onSuccess } = stage({ ...built, conditions }, "Deploy");
    assert.equal(beforeEntry?.condition.result, "FAIL");
    assert.deepEqual(
      beforeEntry?.condition.rules.map(({ ruleTypeId }) => ruleTypeId.provider),
      ["CloudWatchAlarm", "CloudWatchAlarm", "DeploymentWindow"],
    );
    assert.equal(onSuccess?.condition.result, "ROLLBACK");
    assert.deepEqual(onSuccess?.condition.rules[0]?.configuration, {
      AlarmName: "errors",
      AlarmStates: "ALARM",
      WaitTime: "15",
    });
  });

  it("opens a window without alarms", () => {
    const conditions = { alarmNames: [], quietMinutes: 5, deploymentWindow: "0 0 9-16 ? * MON-THU" };
    const { beforeEntry, onSuccess } = stage({ ...built, conditions }, "Deploy");
    assert.deepEqual(
      beforeEntry?.condition.rules.map(({ configuration }) => configuration),
      [{ Cron: "0 0 9-16 ? * MON-THU" }],
    );
    assert.equal(onSuccess, undefined);
  });
});
