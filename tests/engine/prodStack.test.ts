import { strict as assert } from "node:assert";
import { engineWorkspace, operations, violations } from "../support/engine";
import type { EngineResult, EngineWorkspace } from "../support/engine";
import type { PolicyViolation } from "../support/engineEvents";
import { rememberedResources, storedProperties, storedResources, storedTypes } from "../support/storedResources";

const judged = ["--policy-pack", "policies"];

describe("the program's prod stack", function () {
  this.timeout(600_000);
  let workspace: EngineWorkspace;
  before(async () => {
    // Writing the state once at the end takes half the time; the dev stack's tests write it after each step.
    workspace = await engineWorkspace({ stack: "prod", environment: { PULUMI_SKIP_CHECKPOINTS: "true" } });
  });
  after(() => workspace.dispose());

  const mandatory = ({ events }: EngineResult): PolicyViolation[] =>
    violations(events).filter(({ enforcementLevel }) => enforcementLevel === "mandatory");
  const succeeded = async (running: Promise<EngineResult>): Promise<EngineResult> => {
    const result = await running;
    assert.equal(result.code, 0, result.stdout + result.stderr);
    assert.deepEqual(mandatory(result), []);
    return result;
  };

  it("passes the pack before it exists, with every IAM document decided", async () => {
    const preview = await succeeded(workspace.preview(...judged));
    const found = violations(preview.events);
    assert.ok(found.some(({ message }) => /^\d+ resources judged as prod \(prod\)/.test(message)));
    const undecided = found.filter(({ message }) => message.includes("Undecided:"));
    assert.deepEqual(
      undecided.filter((one) => one.policyName.startsWith("iam-") || one.resourceUrn?.includes("aws:iam/")),
      [],
    );
    const planned = operations(preview.events);
    assert.ok(planned.length >= 90 && planned.length <= 135, String(planned.length));
  });

  it("is deployed whole", async () => {
    await succeeded(workspace.up(...judged));
    assert.deepEqual(storedResources(workspace), await rememberedResources(workspace));
    assert.ok(storedResources(workspace).length >= 90);
  });

  it("starts from what the previous environment promotes", async () => {
    const { outputs } = await workspace.export();
    assert.deepEqual(Object.keys(outputs).sort(), [
      ...["dashboardUrl", "nextStep", "pipelineUrl", "repositoryUrl", "serviceUrl"],
    ]);
    assert.equal(outputs.nextStep, "Let the previous environment promote an image.");
    assert.equal(
      storedResources(workspace).some((resource) => resource.includes("aws:ecr/repository:")),
      false,
    );
    const { containerDefinitions } = storedProperties(workspace, "TaskDefinition::app-task");
    assert.match(
      String(containerDefinitions),
      /dkr\.ecr\.eu-west-1\.amazonaws\.com\/container-delivery\/app:promoted"/,
    );
  });

  it("changes nothing when nothing has changed", async () => {
    const { events } = await succeeded(workspace.up("--expect-no-changes"));
    assert.deepEqual(operations(events), []);
  });

  it("refuses to be destroyed, and stays as it is", async () => {
    const stored = storedResources(workspace);
    // The engine looks for protected resources as it goes: without a preview it deletes all the others first.
    const { code, stdout } = await workspace.destroy("--skip-preview=false");
    assert.notEqual(code, 0);
    assert.match(stdout, /Preview failed: resource "\S+" cannot be deleted\s+because it is protected/);
    assert.deepEqual(storedResources(workspace), stored);
  });

  it("is not given up without the pack's objection", async () => {
    await workspace.setConfig({ "container-delivery:protect": false });
    const preview = await workspace.preview(...judged);
    assert.notEqual(preview.code, 0);
    const controls = new Set(mandatory(preview).map(({ policyName }) => policyName));
    assert.deepEqual([...controls].sort(), [
      "alb-delete-protect",
      "kms-deletion",
      "pulumi-protect",
      "s3-force-destroy",
    ]);
  });

  it("leaves nothing but its task definitions once somebody has given it up", async () => {
    const { events } = await succeeded(workspace.up());
    assert.deepEqual([...new Set(operations(events).map((step) => step.split(" ")[0]))], ["update"]);
    await succeeded(workspace.destroy());
    assert.deepEqual((await workspace.export()).resources, []);
    assert.deepEqual(storedTypes(workspace), ["aws:ecs/taskDefinition:TaskDefinition"]);
  });
});
