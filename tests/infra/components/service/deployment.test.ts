import { strict as assert } from "node:assert";
import {
  deploymentSettings,
  DeploymentStrategy,
  shiftsTraffic,
  tuningProblem,
} from "../../../../infra/components/service/deployment";

const tuning = { bakeMinutes: 10, canaryPercent: 5, stepPercent: 20, stepBakeMinutes: 3 };

describe("deploymentSettings", () => {
  const table: [DeploymentStrategy, object, boolean][] = [
    ["rolling", { strategy: "ROLLING" }, false],
    ["blueGreen", { strategy: "BLUE_GREEN", bakeTimeInMinutes: "10" }, true],
    [
      "canary",
      {
        strategy: "CANARY",
        bakeTimeInMinutes: "10",
        canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: "3" },
      },
      true,
    ],
    [
      "linear",
      {
        strategy: "LINEAR",
        bakeTimeInMinutes: "10",
        linearConfiguration: { stepPercent: 20, stepBakeTimeInMinutes: "3" },
      },
      true,
    ],
  ];
  for (const [strategy, settings, shifts] of table) {
    it(`gives ${strategy} its own fields and no others`, () => {
      assert.deepEqual(deploymentSettings(strategy, tuning), settings);
      assert.equal(shiftsTraffic(strategy), shifts);
    });
  }

  it("knows every strategy", () => {
    assert.deepEqual(
      table.map(([strategy]) => strategy),
      Object.values(DeploymentStrategy),
    );
  });
});

describe("tuningProblem", () => {
  const table: [object, RegExp | undefined][] = [
    [{}, undefined],
    [{ bakeMinutes: 0, canaryPercent: 0.1, stepPercent: 3, stepBakeMinutes: 1440 }, undefined],
    [{ bakeMinutes: 1441 }, /`bakeMinutes`/],
    [{ bakeMinutes: 1.5 }, /`bakeMinutes`/],
    [{ stepBakeMinutes: -1 }, /`stepBakeMinutes`/],
    [{ canaryPercent: 0 }, /`canaryPercent` to a number from 0\.1 to 100/],
    [{ stepPercent: 2 }, /`stepPercent` to a number from 3 to 100/],
    [{ stepPercent: NaN }, /`stepPercent`/],
  ];
  for (const [own, problem] of table) {
    it(`${problem === undefined ? "accepts" : "refuses"} ${JSON.stringify(own)}`, () => {
      const found = tuningProblem({ ...tuning, ...own });
      if (problem === undefined) assert.equal(found, undefined);
      else assert.match(found ?? "", problem);
    });
  }
});
