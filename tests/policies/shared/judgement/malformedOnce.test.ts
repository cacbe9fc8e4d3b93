import { strict as assert } from "node:assert";
import { ecsControls } from "../../../../policies/ecs/index";
import { resolve } from "../../../../policies/shared/configuration/resolve";
import type { Control } from "../../../../policies/shared/control";
import { Judgement } from "../../../../policies/shared/judgement/judgement";
import { resourceOf, stackOf } from "../../../support/policy";

const task = (containerDefinitions: unknown) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  name: "task",
  props: {
    containerDefinitions,
    networkMode: "awsvpc",
    executionRoleArn: "arn:a",
    taskRoleArn: "arn:b",
    tags: { a: "b" },
  },
});

async function judged(controls: readonly Control[], containerDefinitions: unknown, times = 1): Promise<string[]> {
  const judgement = new Judgement(controls);
  const resolved = resolve({
    controls,
    sources: { variables: {}, pack: {}, stack: {} },
    stackName: "prod",
    projectName: "shop",
    preview: true,
    stackTags: new Map(),
    announced: new Map(),
    now: new Date("2026-06-01"),
  });
  for (let time = 0; time < times; time++) {
    await judgement.resource(resourceOf(task(containerDefinitions)), resolved);
    await judgement.stack(stackOf(task(containerDefinitions)), resolved);
  }
  return judgement.record.findings.map(({ control, level, path }) => `${level} ${control.id} ${path}`);
}

describe("a text that does not parse", () => {
  for (const text of ["[", "{}", "[]", "[null]", '"x"', `${"[".repeat(20_000)}${"]".repeat(20_000)}`]) {
    it(`is one finding of the control that stops first: ${text.slice(0, 10)}`, async () => {
      const [finding, ...others] = await judged(ecsControls, text);
      assert.match(finding ?? "", /^mandatory ecs-(unprivileged|env-secrets) containerDefinitions/);
      assert.deepEqual(others, []);
    });
  }

  it("never passes because one control is off", async () => {
    for (const left of ecsControls.filter(({ id }) =>
      /nonroot|ecs-logging|image-pinned|memory|caps|healthcheck/.test(id),
    )) {
      assert.deepEqual(await judged([left], "["), [`mandatory ${left.id} containerDefinitions`]);
    }
  });

  it("is told again when the same stack is judged again", async () => {
    assert.equal((await judged(ecsControls, "[", 2)).length, 1);
    const healthcheck = ecsControls.filter(({ id }) => id === "ecs-healthcheck").map(({ check: _, ...rest }) => rest);
    assert.equal((await judged(healthcheck, "[", 2)).length, 1);
  });
});
