import { strict as assert } from "node:assert";
import { engineWorkspace, operations, violations } from "../support/engine";
import type { EngineResult, EngineWorkspace } from "../support/engine";
import { changeStored, deleteStored, drift, rememberedResources } from "../support/storedResources";
import { storedProperties, storedResources, storedTypes } from "../support/storedResources";

const judged = ["--policy-pack", "policies"];

describe("the program's dev stack", function () {
  this.timeout(600_000);
  let workspace: EngineWorkspace;
  before(async () => {
    workspace = await engineWorkspace({ stack: "dev" });
  });
  after(() => workspace.dispose());

  const succeeded = async (running: Promise<EngineResult>): Promise<EngineResult> => {
    const result = await running;
    assert.equal(result.code, 0, result.stdout + result.stderr);
    assert.deepEqual(
      violations(result.events).filter(({ enforcementLevel }) => enforcementLevel === "mandatory"),
      [],
    );
    return result;
  };
  const kindsOf = ({ events }: EngineResult) => new Set(operations(events).map((step) => step.split(" ")[0]));
  const assertAccountIsState = async (): Promise<void> =>
    assert.deepEqual(storedResources(workspace), await rememberedResources(workspace));

  describe("before it exists", () => {
    let preview: EngineResult;
    before(async () => {
      preview = await succeeded(workspace.preview(...judged));
    });

    it("is judged by the whole pack", () => {
      const [summary] = violations(preview.events).filter(({ policyName }) => policyName === "summary");
      assert.match(summary?.message ?? "", /^\d+ resources judged as dev \(dev\)/);
    });

    it("has no IAM document that cannot be decided yet", () => {
      const undecided = violations(preview.events).filter(({ message }) => message.includes("Undecided:"));
      const identity = undecided.filter(
        ({ policyName, resourceUrn }) => policyName.startsWith("iam-") || resourceUrn?.includes("aws:iam/"),
      );
      assert.deepEqual(identity, []);
    });

    it("would make about a hundred resources, and makes none", () => {
      const { length } = operations(preview.events);
      assert.ok(length >= 90 && length <= 135, String(length));
      assert.deepEqual(kindsOf(preview), new Set(["create"]));
      assert.deepEqual(storedResources(workspace), []);
    });
  });

  describe("deployed", () => {
    before(async () => {
      assert.deepEqual(kindsOf(await succeeded(workspace.up(...judged))), new Set(["create"]));
    });

    it("is in the account, all of it and nothing else", async () => {
      await assertAccountIsState();
      assert.ok(storedResources(workspace).length >= 90);
    });

    it("tells where everything is and what to do next", async () => {
      const { outputs } = await workspace.export();
      const { serviceUrl, repositoryUrl, pipelineUrl, dashboardUrl, nextStep, ...others } = outputs;
      assert.deepEqual(others, {});
      assert.match(serviceUrl ?? "", /^https:\/\/container-delivery-dev-app-\d+\.eu-west-1\.elb\.amazonaws\.com$/);
      assert.equal(repositoryUrl, "123456789012.dkr.ecr.eu-west-1.amazonaws.com/container-delivery/app");
      const console = "https://eu-west-1.console.aws.amazon.com";
      assert.equal(
        pipelineUrl,
        `${console}/codesuite/codepipeline/pipelines/container-delivery-dev-pipeline/view?region=eu-west-1`,
      );
      assert.equal(
        dashboardUrl,
        `${console}/cloudwatch/home?region=eu-west-1#dashboards/dashboard/container-delivery-dev-monitoring`,
      );
      assert.match(nextStep ?? "", /^Confirm the connection: open https:.*"Update pending connection"/);
    });

    it("holds no secret but what the provider itself takes for one", async () => {
      const { resources } = await workspace.export();
      const secret = resources.filter((resource) => JSON.stringify(resource).includes('"ciphertext"'));
      assert.deepEqual(secret.map(({ urn }) => urn.split("::").at(-1)).sort(), ["app-image", "registry-signing"]);
    });

    it("changes nothing when nothing has changed", async () => {
      const { events } = await succeeded(workspace.up("--expect-no-changes"));
      assert.deepEqual(operations(events), []);
    });
  });

  describe("with a new size of its tasks", () => {
    it("gets a new task definition only, and leaves the service to the pipeline", async () => {
      const { taskDefinition } = storedProperties(workspace, "::app-service");
      await workspace.setConfig({ "container-delivery:memory": 1024 });
      const { events } = await succeeded(workspace.up());
      const task = "aws:ecs/taskDefinition:TaskDefinition app-task";
      const made = operations(events).filter((step) => step.includes(" aws:"));
      assert.deepEqual(made, [`create-replacement ${task}`, `replace ${task}`, `delete-replaced ${task}`]);
      assert.equal(storedProperties(workspace, "::app-service").taskDefinition, taskDefinition);
    });
  });

  describe("changed beside Pulumi", () => {
    it("shows a refresh exactly what has changed", async () => {
      changeStored(workspace, "::images-repository", { imageTagMutability: "MUTABLE" });
      changeStored(workspace, "::app-logs", { retentionInDays: 1 });
      deleteStored(workspace, "::monitoring-alarm-cpu");
      const { events } = await succeeded(workspace.refresh());
      assert.deepEqual(drift(events), [
        "delete aws:cloudwatch/metricAlarm:MetricAlarm monitoring-alarm-cpu",
        "update aws:cloudwatch/logGroup:LogGroup app-logs retentionInDays",
        "update aws:ecr/repository:Repository images-repository imageTagMutability",
      ]);
    });

    it("is repaired by the next update, and nothing else is touched", async () => {
      const { events } = await succeeded(workspace.up());
      assert.deepEqual(operations(events).sort(), [
        "create aws:cloudwatch/metricAlarm:MetricAlarm monitoring-alarm-cpu",
        "update aws:cloudwatch/logGroup:LogGroup app-logs",
        "update aws:ecr/repository:Repository images-repository",
      ]);
      assert.equal(storedProperties(workspace, "::images-repository").imageTagMutability, "IMMUTABLE_WITH_EXCLUSION");
      assert.equal(storedProperties(workspace, "::app-logs").retentionInDays, 365);
      await assertAccountIsState();
    });
  });

  describe("destroyed", () => {
    it("leaves nothing but what rolled back services return to", async () => {
      const { length } = await rememberedResources(workspace);
      const { events } = await succeeded(workspace.destroy());
      assert.equal(operations(events).filter((step) => /^delete aws:/.test(step)).length, length);
      assert.deepEqual((await workspace.export()).resources, []);
      assert.deepEqual(storedTypes(workspace), ["aws:ecs/taskDefinition:TaskDefinition"]);
    });
  });
});
