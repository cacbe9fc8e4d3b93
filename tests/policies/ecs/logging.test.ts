import { strict as assert } from "node:assert";
import { ecsLogging } from "../../../policies/ecs/logging";
import { brief, judge, unknown, judgeStack, stackOf } from "../../support/policy";

const type = "aws:ecs/taskDefinition:TaskDefinition";
const containers = (...list: object[]) => ({ containerDefinitions: JSON.stringify(list) });

describe("ecs-logging", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes awslogs and FireLens",
      containers(
        { name: "app", logConfiguration: { logDriver: "awslogs" } },
        { name: "app", logConfiguration: { logDriver: "awsfirelens" } },
      ),
      [],
    ],
    [
      "refuses an absent block",
      containers({ name: "app", logConfiguration: { logDriver: "awslogs" } }, { name: "app", image: unknown }),
      ["violation containerDefinitions[1].logConfiguration.logDriver"],
    ],
    [
      "refuses no driver",
      containers({ name: "app", logConfiguration: { logDriver: "none" } }),
      ["violation containerDefinitions[0].logConfiguration.logDriver"],
    ],
    [
      "cannot decide an unknown driver",
      containers({ name: "app", logConfiguration: { logDriver: unknown } }),
      ["undecided containerDefinitions[0].logConfiguration.logDriver"],
    ],
    ["cannot decide wholly unknown definitions", { containerDefinitions: unknown }, ["undecided containerDefinitions"]],
    ["refuses what does not parse", { containerDefinitions: "[" }, ["violation containerDefinitions"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsLogging, { type, props })), expected);
    });
  }

  const group = { type: "aws:cloudwatch/logGroup:LogGroup", name: "group", props: { name: "/shop" } };
  const task = (logDriver: string, options: object) => ({
    type,
    name: "task",
    props: containers({ name: "app", logConfiguration: { logDriver, options } }),
  });
  const stacks: [behaviour: string, resources: Parameters<typeof stackOf>, expected: string[]][] = [
    ["passes a group of the stack", [group, task("awslogs", { "awslogs-group": "/shop" })], []],
    [
      "passes a group that is not known yet",
      [
        group,
        {
          type,
          name: "task",
          props: { containerDefinitions: unknown },
          dependsOn: { containerDefinitions: ["group"] },
        },
      ],
      [],
    ],
    [
      "refuses one container's group of somebody else beside another's own",
      [
        group,
        {
          type,
          name: "task",
          props: containers(
            { name: "a", logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/shop" } } },
            { name: "b", logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/other" } } },
          ),
          dependsOn: { containerDefinitions: ["group"] },
        },
      ],
      ["violation containerDefinitions[1].logConfiguration.options.awslogs-group"],
    ],
    ["ignores other drivers", [task("awsfirelens", {})], []],
    [
      "refuses a group of somebody else",
      [group, task("awslogs", { "awslogs-group": "/other" })],
      ["violation containerDefinitions[0].logConfiguration.options.awslogs-group"],
    ],
    [
      "cannot decide unknown containers",
      [{ type, name: "other", props: { containerDefinitions: unknown } }],
      ["undecided containerDefinitions"],
    ],
  ];
  for (const [behaviour, resources, expected] of stacks) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judgeStack(ecsLogging, stackOf(...resources))), expected);
    });
  }

  it("judges daemons alike, whose containers stand as a list", async () => {
    const findings = await judge(ecsLogging, {
      type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
      props: { containerDefinitions: [{ name: "agent" }] },
    });
    assert.deepEqual(brief(findings), ["violation containerDefinitions[0].logConfiguration.logDriver"]);
  });
});
