import { strict as assert } from "node:assert";
import { ecsReadonlyRoot } from "../../../policies/ecs/readonlyRoot";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/taskDefinition:TaskDefinition";
const containers = (...list: object[]) => ({ containerDefinitions: JSON.stringify(list) });

describe("ecs-readonly-root", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a read-only file system", containers({ name: "app", readonlyRootFilesystem: true }), []],
    [
      "refuses an absent flag, which AWS takes as writable",
      containers({ name: "app", image: unknown }),
      ["violation containerDefinitions[0].readonlyRootFilesystem"],
    ],
    [
      "refuses a sidecar that writes",
      containers(
        { name: "app", readonlyRootFilesystem: true },
        { name: "app", volumesFrom: [{ sourceContainer: "app" }] },
      ),
      ["violation containerDefinitions[1].readonlyRootFilesystem"],
    ],
    [
      "ignores Windows, which cannot",
      {
        ...containers({ name: "app", image: unknown }),
        runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
      },
      [],
    ],
    [
      "cannot decide an unknown flag",
      containers({ name: "app", readonlyRootFilesystem: unknown }),
      ["undecided containerDefinitions[0].readonlyRootFilesystem"],
    ],
    ["cannot decide wholly unknown definitions", { containerDefinitions: unknown }, ["undecided containerDefinitions"]],
    ["refuses what does not parse", { containerDefinitions: "[" }, ["violation containerDefinitions"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsReadonlyRoot, { type, props })), expected);
    });
  }

  it("judges daemons alike, whose containers stand as a list", async () => {
    const findings = await judge(ecsReadonlyRoot, {
      type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
      props: { containerDefinitions: [{ name: "agent" }] },
    });
    assert.deepEqual(brief(findings), ["violation containerDefinitions[0].readonlyRootFilesystem"]);
  });
});
