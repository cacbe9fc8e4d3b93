import { strict as assert } from "node:assert";
import { ecsRolesDiffer } from "../../../policies/ecs/rolesDiffer";
import { brief, judge, unknown, judgeStack, stackOf } from "../../support/policy";

const type = "aws:ecs/taskDefinition:TaskDefinition";

describe("ecs-roles-differ", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes two roles", { executionRoleArn: "arn:a", taskRoleArn: "arn:b" }, []],
    ["passes two roles of this stack", { executionRoleArn: unknown, taskRoleArn: unknown }, []],
    ["refuses one role for both", { executionRoleArn: "arn:a", taskRoleArn: "arn:a" }, ["violation taskRoleArn"]],
    ["refuses no roles", {}, ["violation executionRoleArn", "violation taskRoleArn"]],
    [
      "refuses empty texts",
      { executionRoleArn: "", taskRoleArn: "" },
      ["violation executionRoleArn", "violation taskRoleArn"],
    ],
    [
      "refuses one role for both, once by its name",
      { executionRoleArn: "arn:aws:iam::123456789012:role/service/app", taskRoleArn: "app" },
      ["violation taskRoleArn"],
    ],
    [
      "passes roles of the same name in two accounts",
      { executionRoleArn: "arn:aws:iam::123456789012:role/app", taskRoleArn: "arn:aws:iam::210987654321:role/app" },
      [],
    ],
    ["refuses no task role", { executionRoleArn: unknown }, ["violation taskRoleArn"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsRolesDiffer, { type, props })), expected);
    });
  }

  const task = (execution: string, application: string) => ({
    type,
    name: "task",
    props: { executionRoleArn: unknown, taskRoleArn: unknown },
    dependsOn: { executionRoleArn: [execution], taskRoleArn: [application] },
  });
  const roles = ["one", "two"].map((name) => ({ type: "aws:iam/role:Role", name }));

  it("refuses one role of this stack for both, known or not", async () => {
    const findings = await judgeStack(ecsRolesDiffer, stackOf(...roles, task("one", "one")));
    assert.deepEqual(brief(findings), ["violation taskRoleArn"]);
  });

  it("passes two roles of this stack", async () => {
    assert.deepEqual(await judgeStack(ecsRolesDiffer, stackOf(...roles, task("one", "two"))), []);
  });
});
