import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { stepBuildspec } from "../../../../infra/components/pipeline/stepBuildspec";
import { pipelineSteps, stepVariables } from "../../../../infra/components/pipeline/steps";
import type { StepSubject } from "../../../../infra/components/pipeline/steps";

const where = { partition: "aws", region: "eu-west-1", account: "123456789012" };
const subject: StepSubject = {
  clusterName: "web",
  serviceName: "web",
  repositoryName: "web",
  executionRoleArn: "arn:aws:iam::123456789012:role/web-execution",
  taskRoleArn: "arn:aws:iam::123456789012:role/web-task",
  imageParameterName: "/web/image-digest",
  environmentName: "dev",
  promotedTag: "promoted",
  gate: { maximumCritical: 0, maximumHigh: 1, timeoutMinutes: 15 },
  requireSignature: true,
  requireProvenance: true,
};
const steps = pipelineSteps({ origin: true, promote: true, deployTimeoutMinutes: 60 });
// Variables that CodeBuild or a shell brings, and IMAGE_DIGEST, which the pipeline hands to every step.
const given = new Set(["IMAGE_DIGEST", "SECONDS", "POLL_SECONDS"]);

describe("pipelineSteps", () => {
  const table: [boolean, boolean, string[]][] = [
    [true, true, ["origin", "deploy", "verify", "promote"]],
    [true, false, ["origin", "deploy", "verify"]],
    [false, true, ["deploy", "verify", "promote"]],
    [false, false, ["deploy", "verify"]],
  ];
  for (const [origin, promote, nouns] of table) {
    it(`runs ${nouns.join(", ")}`, () => {
      const chosen = pipelineSteps({ origin, promote, deployTimeoutMinutes: 60 });
      assert.deepEqual(
        chosen.map(({ noun }) => noun),
        nouns,
      );
    });
  }

  for (const step of steps) {
    it(`gives the ${step.noun} step every variable that its scripts read`, () => {
      const names = new Set(stepVariables(step, where, subject).map(({ name }) => name));
      for (const [, name = ""] of step.scripts.join("\n").matchAll(/\$\{?([A-Z][A-Z_]+)/g)) {
        assert.ok(names.has(name) || given.has(name), name);
      }
    });

    it(`writes shell for the ${step.noun} step`, () => {
      const { phases } = JSON.parse(stepBuildspec(step.scripts));
      for (const command of phases.build.commands) {
        const { status, stderr } = spawnSync("bash", ["-n", "-c", command], { encoding: "utf8" });
        assert.equal(status, 0, stderr);
      }
      for (const script of step.scripts) assert.equal(spawnSync("bash", ["-n", "-c", script]).status, 0);
    });
  }

  it("gives the deploy script time to ask for a rollback before CodeBuild stops it", () => {
    const [deploy] = pipelineSteps({ origin: false, promote: false, deployTimeoutMinutes: 60 });
    assert.ok(deploy);
    const limit = stepVariables(deploy, where, subject).find(({ name }) => name === "DEPLOY_TIMEOUT_SECONDS");
    assert.ok(deploy.timeoutMinutes * 60 > Number(limit?.value));
  });
});
