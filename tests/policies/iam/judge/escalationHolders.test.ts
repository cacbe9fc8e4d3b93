import { strict as assert } from "node:assert";
import { iamPrivesc } from "../../../../policies/iam/privesc";
import { type Described, judge, judgeStack, stackOf, unknown } from "../../../support/policy";
import { allow, arn, policyDocument, roleArn, rolePolicy, trust } from "../documents";

const toTasks = { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } };
const user = "arn:aws:iam::123456789012:user/${aws:username}";
const found = async (...statements: object[]) =>
  (await judge(iamPrivesc, rolePolicy(...statements))).map(({ path, detail }) => `${path.slice(7)} ${detail}`);
const role = (name: string): Described => ({
  type: "aws:iam/role:Role",
  name,
  props: { name, assumeRolePolicy: policyDocument(trust({ Service: "ecs-tasks.amazonaws.com" })) },
});
const policyOf = (owner: string, name: string, ...statements: object[]): Described => ({
  ...rolePolicy(...statements),
  name,
  dependsOn: { role: [owner] },
});
const inStack = async (...resources: Described[]) =>
  (await judgeStack(iamPrivesc, stackOf(...resources))).map(
    ({ outcome, urn, path, detail }) => `${outcome} ${urn.split("::").at(-1)} ${path} ${detail}`,
  );

describe("ways to more rights in one document", () => {
  const some = { Effect: "Allow", Resource: undefined, NotResource: "arn:aws:iam::123456789012:user/a" };
  const cases: [behaviour: string, statements: object[], expected: string[]][] = [
    [
      "are each statement's",
      [allow("iam:PutRolePolicy", roleArn("a")), { ...allow("iam:PutRolePolicy", roleArn("b")), Sid: "B" }],
      [
        `Statement[0].Action iam:PutRolePolicy|${roleArn("a")}`,
        `Statement[1].Action iam:PutRolePolicy|${roleArn("b")}`,
      ],
    ],
    ["are none for the calling user alone", [allow("iam:CreateAccessKey", user)], []],
    [
      "are some for the calling user and another",
      [allow("iam:CreateAccessKey", [user, "arn:aws:iam::123456789012:user/a"])],
      [`Statement[0].Action iam:CreateAccessKey|${user}`],
    ],
    [
      "are some for all users but one",
      [{ ...some, Action: "iam:CreateAccessKey" }],
      ["Statement[0].Action iam:CreateAccessKey|"],
    ],
    [
      "are some for a user that is not known",
      [allow("iam:CreateAccessKey", [user, unknown])],
      [`Statement[0].Action iam:CreateAccessKey|${user}`],
    ],
    [
      "are some for one open resource of several",
      [allow("ecs:ExecuteCommand", [arn("ecs", "cluster/a"), "*"])],
      [`Statement[0].Action ecs:ExecuteCommand|${arn("ecs", "cluster/a")}`],
    ],
    ["are none for a resource that is not known", [allow("ecs:ExecuteCommand", unknown)], []],
    [
      "are some for one open role of several",
      [allow("iam:PassRole", [roleArn("a"), "*"]), { ...allow("ec2:RunInstances", "*"), Sid: "B" }],
      [`Statement[0].Action iam:PassRole|${roleArn("a")}`],
    ],
    [
      "are some for all roles but one",
      [{ ...some, Action: "iam:PassRole" }, allow("ec2:RunInstances", "*")],
      ["Statement[0].Action iam:PassRole|"],
    ],
    [
      "are left to the whole stack for a role that is not known",
      [allow("iam:PassRole", unknown), { ...allow("ec2:RunInstances", "*"), Sid: "B" }],
      [],
    ],
    [
      "name nothing for a resource that is not known",
      [allow("iam:PutRolePolicy", unknown)],
      ["Statement[0].Action iam:PutRolePolicy|"],
    ],
  ];
  for (const [behaviour, statements, expected] of cases) {
    it(behaviour, async () => assert.deepEqual(await found(...statements), expected));
  }
});

describe("ways to more rights of a role", () => {
  const run = allow(["ecs:RegisterTaskDefinition", "ecs:RunTask"], arn("ecs", "task-definition/a:*"));
  const pass = (Resource: unknown) => ({ ...allow("iam:PassRole", Resource, toTasks), Sid: "Pass" });

  it("are told where the roles are passed", async () => {
    const stack = [role("a"), policyOf("a", "run", run), policyOf("a", "pass", pass("*"))];
    assert.deepEqual(await inStack(...stack), ["violation pass policy.Statement[0].Action iam:PassRole|*"]);
    const other = "arn:aws:iam::210987654321:role/b";
    const exact = [role("a"), policyOf("a", "run", run), policyOf("a", "pass", pass(other))];
    assert.deepEqual(await inStack(...exact), [`undecided pass policy.Statement[0].Resource iam:PassRole|${other}`]);
  });

  it("are not told again that one document has by itself", async () => {
    const whole = policyOf("a", "whole", run, pass("*"), { ...allow("iam:PutRolePolicy", roleArn("x")), Sid: "Put" });
    assert.deepEqual(await inStack(role("a"), whole), []);
    const parts = [
      policyOf("a", "put", allow("iam:PutRolePolicy", "*")),
      policyOf("a", "key", allow("iam:CreateAccessKey", "*")),
    ];
    assert.deepEqual(await inStack(role("a"), ...parts), []);
  });

  it("are by a role that is made in the same update", async () => {
    const passing = policyOf("a", "pass", run, pass(unknown));
    const linked = { ...passing, dependsOn: { role: ["a"], policy: ["other", "task"] } };
    const other: Described = { type: "aws:sqs/queue:Queue", name: "other" };
    const administrator = policyOf("task", "task-policy", allow("*", "*"));
    assert.deepEqual(await inStack(role("a"), other, role("task"), administrator, linked), [
      "violation pass policy.Statement[1].Resource iam:PassRole|",
    ]);
    const harmless = policyOf("task", "task-policy", allow("sqs:SendMessage", arn("sqs", "a")));
    assert.deepEqual(await inStack(role("a"), other, role("task"), harmless, linked), []);
    assert.deepEqual(await inStack(role("a"), passing), ["undecided pass policy.Statement[1].Resource iam:PassRole|"]);
  });

  it("are each role's that is passed", async () => {
    const passing = policyOf("a", "pass", run, pass([roleArn("task"), roleArn("other")]));
    const harmless = policyOf("task", "task-policy", allow("sqs:SendMessage", arn("sqs", "a")));
    assert.deepEqual(await inStack(role("a"), role("task"), harmless, passing), [
      `undecided pass policy.Statement[1].Resource[1] iam:PassRole|${roleArn("other")}`,
    ]);
  });
});
