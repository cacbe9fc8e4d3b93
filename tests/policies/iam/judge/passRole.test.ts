import { strict as assert } from "node:assert";
import { isExactRole, passedToServices, passesRoles } from "../../../../policies/iam/judge/passRole";
import { permissionsOf } from "../../../../policies/iam/judge/permissions";
import { iamPassroleService } from "../../../../policies/iam/passroleService";
import { Node, Undecided } from "../../../../policies/shared/node";
import { type Described, judgeStack, stackOf, unknown } from "../../../support/policy";
import { allow, policyDocument, roleArn, rolePolicy, table, trust } from "../documents";
import { parse, statementOf } from "../../documents/statements";

const to = (value: unknown, operator = "StringEquals", key = "iam:PassedToService") => ({
  [operator]: { [key]: value },
});

describe("passing roles", () => {
  it("is what iam:PassRole stands for, by any pattern", () => {
    const passes = (Action: string) =>
      permissionsOf(parse({ Statement: [allow(Action, "*")] })).grants.some(passesRoles);
    assert.deepEqual(["iam:PassRole", "IAM:pass*", "iam:*", "iam:GetRole", "*"].map(passes), [
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  const arns: [arn: string, exact: boolean][] = [
    ["arn:aws:iam::123456789012:role/task", true],
    ["arn:aws-cn:iam::123456789012:role/path/task", true],
    ["arn:aws:iam::123456789012:role/task-*", false],
    ["arn:aws:iam::123456789012:role/tas?", false],
    ["arn:aws:iam::*:role/task", false],
    ["arn:aws:iam::123456789012:role/${aws:username}", false],
    ["arn:aws:iam::123456789012:role/", false],
    ["arn:aws:iam::123456789012:user/task", false],
    ["arn:aws:iam:::role/task", false],
    ["arn::iam::123456789012:role/task", false],
    ["x arn:aws:iam::123456789012:role/task", false],
    ["*", false],
  ];
  for (const [arn, exact] of arns) {
    it(`is ${exact ? "exact" : "not exact"} for ${arn}`, () => assert.equal(isExactRole(new Node(arn)), exact));
  }

  it("cannot be told exact while the role is unknown", () => {
    assert.throws(() => isExactRole(new Node(unknown)), Undecided);
  });

  const services: [condition: object | undefined, expected: string[] | undefined][] = [
    [to("ecs-tasks.amazonaws.com"), ["ecs-tasks.amazonaws.com"]],
    [to(["ECS-tasks.amazonaws.com", "ecs.amazonaws.com"]), ["ecs-tasks.amazonaws.com", "ecs.amazonaws.com"]],
    [to("ecs-tasks.amazonaws.com", "StringLike", "IAM:passedtoservice"), ["ecs-tasks.amazonaws.com"]],
    [to("*.amazonaws.com", "StringLike"), undefined],
    [to(["ecs.amazonaws.com", "*"], "StringLike"), undefined],
    [to([]), undefined],
    [to("ecs.amazonaws.com", "StringNotEquals"), undefined],
    [to("ecs.amazonaws.com", "StringEqualsIfExists"), undefined],
    [to("ecs.amazonaws.com", "ArnEquals"), undefined],
    [to("ecs.amazonaws.com", "StringEquals", "iam:AssociatedResourceArn"), undefined],
    [undefined, undefined],
    [{ ...to("*", "StringLike"), ...to("ecs.amazonaws.com") }, ["ecs.amazonaws.com"]],
  ];
  for (const [Condition, expected] of services) {
    it(`is for ${expected?.join() ?? "any service"} with ${JSON.stringify(Condition) ?? "no condition"}`, () => {
      assert.deepEqual(passedToServices(statementOf({ Condition })), expected);
    });
  }
  table(iamPassroleService, [
    ["has its service in one statement", rolePolicy(allow("iam:PassRole", roleArn("a"), to("ecs.amazonaws.com"))), []],
  ]);
});

describe("the service that a passed role trusts", () => {
  const role = (...statements: object[]): Described => ({
    type: "aws:iam/role:Role",
    name: "task",
    props: { name: "task", assumeRolePolicy: policyDocument(...statements) },
  });
  const passing = (services: unknown, resource: unknown = roleArn("task")) => ({
    ...rolePolicy(allow("iam:PassRole", resource, to(services))),
    name: "passing",
  });
  const told = async (...resources: Described[]) =>
    (await judgeStack(iamPassroleService, stackOf(...resources))).map(({ what, fix, detail }) => [what, fix, detail]);
  const detail = `iam:PassRole|${roleArn("task")}`;

  it("is not another than the one it is passed to", async () => {
    const ecs = role(trust({ Service: ["ecs.amazonaws.com", "ecs-tasks.amazonaws.com"] }));
    assert.deepEqual(await told(ecs, passing(["lambda.amazonaws.com", "states.amazonaws.com"])), [
      [
        'statement "Work" passes role task to lambda.amazonaws.com, states.amazonaws.com, and the role trusts ecs.amazonaws.com, ecs-tasks.amazonaws.com',
        "Set iam:PassedToService to ecs.amazonaws.com, or let the role trust lambda.amazonaws.com.",
        detail,
      ],
    ]);
    assert.deepEqual(await told(role(trust({ AWS: "*" })), passing("lambda.amazonaws.com")), [
      [
        'statement "Work" passes role task to lambda.amazonaws.com, and the role trusts no service',
        "Set iam:PassedToService to the service that uses the role, or let the role trust lambda.amazonaws.com.",
        detail,
      ],
    ]);
  });

  it("may be one of several that it is passed to", async () => {
    const ecs = role(trust({ Service: "ecs-tasks.amazonaws.com" }));
    assert.deepEqual(await told(ecs, passing(["lambda.amazonaws.com", "ecs-tasks.amazonaws.com"])), []);
  });

  it("is not one that the role denies", async () => {
    const denied = { ...trust({ Service: "lambda.amazonaws.com" }), Effect: "Deny" };
    assert.equal((await told(role(denied), passing("lambda.amazonaws.com"))).length, 1);
  });

  it("is not asked for where role or service are not known", async () => {
    const ecs = role(trust({ Service: "ecs-tasks.amazonaws.com" }));
    assert.deepEqual(await told(ecs, passing("lambda.amazonaws.com", roleArn("other"))), []);
    assert.deepEqual(await told(ecs, passing("lambda.amazonaws.com", unknown)), []);
    assert.deepEqual(await told(ecs, passing([])), []);
    for (const assumeRolePolicy of [unknown, "{"]) {
      assert.deepEqual(
        await told({ ...ecs, props: { name: "task", assumeRolePolicy } }, passing("lambda.amazonaws.com")),
        [],
      );
    }
  });
});
