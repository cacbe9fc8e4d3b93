import { strict as assert } from "node:assert";
import { ecsHealthcheck } from "../../../policies/ecs/healthcheck";
import { brief, judge, unknown, judgeStack, stackOf } from "../../support/policy";

const type = "aws:ecs/taskDefinition:TaskDefinition";
const containers = (...list: object[]) => ({ containerDefinitions: JSON.stringify(list) });

describe("ecs-healthcheck", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a check", containers({ name: "app", healthCheck: { command: ["CMD", "true"] } }), []],
    ["passes an absent block: a target group may check the task", containers({ name: "app" }), []],
    [
      "refuses a check that is switched off",
      containers({ name: "app", healthCheck: { command: ["NONE"] } }),
      ["violation containerDefinitions[0].healthCheck.command"],
    ],
    [
      "cannot decide an unknown command",
      containers({ name: "app", healthCheck: { command: unknown } }),
      ["undecided containerDefinitions[0].healthCheck.command"],
    ],
    ["cannot decide wholly unknown definitions", { containerDefinitions: unknown }, ["undecided containerDefinitions"]],
    ["refuses what does not parse", { containerDefinitions: "[" }, ["violation containerDefinitions"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsHealthcheck, { type, props })), expected);
    });
  }

  const task = (...list: object[]) => ({ type, name: "task", props: { family: "shop", ...containers(...list) } });
  const service = (props: object) => ({ type: "aws:ecs/service:Service", name: "service", props });
  const check = { command: ["CMD", "node", "check.js"] };
  const stacks: [behaviour: string, resources: Parameters<typeof stackOf>, expected: string[]][] = [
    [
      "passes a container with a check beside a sidecar",
      [task({ name: "app", healthCheck: check }, { name: "proxy" })],
      [],
    ],
    [
      "passes a target group",
      [
        task({ name: "app" }),
        {
          ...service({ taskDefinition: unknown, loadBalancers: [{ targetGroupArn: unknown }] }),
          dependsOn: { taskDefinition: ["task"] },
        },
      ],
      [],
    ],
    [
      "passes a target group of a service that names the family",
      [task({ name: "app" }), service({ taskDefinition: "shop:3", loadBalancers: [{ targetGroupArn: "arn:tg" }] })],
      [],
    ],
    [
      "passes a classic load balancer",
      [task({ name: "app" }), service({ taskDefinition: "shop", loadBalancers: [{ elbName: "classic" }] })],
      [],
    ],
    [
      "refuses a check of a sidecar that is not essential",
      [task({ name: "app" }, { name: "proxy", essential: false, healthCheck: check })],
      ["violation containerDefinitions"],
    ],
    ...["aws:cloudwatch/eventTarget:EventTarget", "aws:scheduler/schedule:Schedule"].map(
      (job): [string, Parameters<typeof stackOf>, string[]] => [
        `passes a job that ${job} starts`,
        [
          task({ name: "app" }),
          {
            type: job,
            name: "job",
            dependsOn: { ecsTarget: ["task"] },
            props: { ecsTarget: { taskDefinitionArn: unknown } },
          },
        ],
        [],
      ],
    ),
    [
      "passes a job by the name of its family",
      [
        task({ name: "app" }),
        {
          type: "aws:scheduler/schedule:Schedule",
          name: "job",
          props: {
            target: { ecsParameters: { taskDefinitionArn: "arn:aws:ecs:eu-west-1:123456789012:task-definition/shop" } },
          },
        },
      ],
      [],
    ],
    [
      "refuses a job that a service runs, too",
      [
        task({ name: "app" }),
        service({ taskDefinition: "shop" }),
        { type: "aws:cloudwatch/eventTarget:EventTarget", name: "job", dependsOn: { ecsTarget: ["task"] } },
      ],
      ["violation containerDefinitions"],
    ],
    ["refuses neither", [task({ name: "app" })], ["violation containerDefinitions"]],
    [
      "refuses a target group of another task",
      [task({ name: "app" }), service({ taskDefinition: "other", loadBalancers: [{ targetGroupArn: "arn:tg" }] })],
      ["violation containerDefinitions"],
    ],
    [
      "refuses a check that is switched off",
      [task({ name: "app", healthCheck: { command: ["NONE"] } })],
      ["violation containerDefinitions"],
    ],
  ];
  for (const [behaviour, resources, expected] of stacks) {
    it(`${behaviour} in a stack`, async () => {
      assert.deepEqual(brief(await judgeStack(ecsHealthcheck, stackOf(...resources))), expected);
    });
  }
});
