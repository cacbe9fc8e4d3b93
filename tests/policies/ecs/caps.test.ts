import { strict as assert } from "node:assert";
import { ecsCaps } from "../../../policies/ecs/caps";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/taskDefinition:TaskDefinition";
const containers = (...list: object[]) => ({ containerDefinitions: JSON.stringify(list) });

describe("ecs-caps", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes an init process and no capabilities",
      containers({ name: "app", linuxParameters: { initProcessEnabled: true } }),
      [],
    ],
    [
      "passes dropped capabilities",
      containers({
        name: "app",
        linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"], add: [] } },
      }),
      [],
    ],
    [
      "refuses added capabilities",
      containers({ name: "app", linuxParameters: { initProcessEnabled: true, capabilities: { add: ["SYS_PTRACE"] } } }),
      ["violation containerDefinitions[0].linuxParameters.capabilities.add"],
    ],
    [
      "refuses no init process",
      containers({ name: "app", image: unknown }),
      ["violation containerDefinitions[0].linuxParameters.initProcessEnabled"],
    ],
    [
      "ignores Windows, which knows neither",
      {
        ...containers({ name: "app", image: unknown }),
        runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
      },
      [],
    ],
    [
      "cannot decide unknown parameters",
      containers({ name: "app", linuxParameters: unknown }),
      [
        "undecided containerDefinitions[0].linuxParameters.capabilities.add",
        "undecided containerDefinitions[0].linuxParameters.initProcessEnabled",
      ],
    ],
    ["cannot decide wholly unknown definitions", { containerDefinitions: unknown }, ["undecided containerDefinitions"]],
    ["refuses what does not parse", { containerDefinitions: "[" }, ["violation containerDefinitions"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsCaps, { type, props })), expected);
    });
  }

  it("refuses kept capabilities when all must be dropped", async () => {
    const props = containers({ linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["NET_RAW"] } } });
    const findings = await judge(ecsCaps, { type, props }, { config: { dropAll: true } });
    assert.deepEqual(brief(findings), ["violation containerDefinitions[0].linuxParameters.capabilities.drop"]);
  });

  it("judges daemons alike, whose containers stand as a list", async () => {
    const findings = await judge(ecsCaps, {
      type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
      props: {
        containerDefinitions: [
          {
            name: "agent",
            linuxParameters: { initProcessEnabled: true, capabilities: { adds: [], add: ["SYS_ADMIN"] } },
          },
        ],
      },
    });
    assert.deepEqual(brief(findings), ["violation containerDefinitions[0].linuxParameters.capabilities.add"]);
  });
});
