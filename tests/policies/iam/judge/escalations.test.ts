import { strict as assert } from "node:assert";
import { escalationPaths } from "../../../../policies/iam/judge/escalationPaths";
import { iamPrivesc } from "../../../../policies/iam/privesc";
import { type Described, judge, judgeStack, stackOf } from "../../../support/policy";
import { allow, arn, policyDocument, roleArn, rolePolicy, trust } from "../documents";
import { type Method, methods } from "./escalationMethods";

const found = async (actions: readonly string[]) => {
  const findings = await judge(iamPrivesc, rolePolicy(allow(actions, "*")));
  return findings.map(({ what, fix }) => `${what}. ${fix}`);
};
const told = ({ page, gain }: Method, actions: readonly string[]) =>
  `${actions.join(" with ")} (statement "Work") lets its holder ${gain} and so gain other rights. ` +
  `Take away ${actions.join(" or ")}. See https://pathfinding.cloud/paths/${page}`;

describe("ways to more rights", () => {
  it("are those of the published lists", () => {
    assert.deepEqual(
      escalationPaths.map(({ idea }) => idea),
      methods.map(({ gain }) => gain),
    );
  });

  for (const method of methods) {
    const [first = [], ...others] = method.groups;
    const firsts = method.groups.map(([action]) => action as string);
    it(`are to ${method.gain}`, async () => {
      for (const [place, group] of method.groups.entries()) {
        for (const action of group) {
          const actions = firsts.map((one, index) => (index === place ? action : one));
          assert.ok((await found(actions)).includes(told(method, actions)), actions.join());
        }
      }
    });
    if (others.length === 0) {
      it(`are one finding for each action to ${method.gain}`, async () => {
        assert.deepEqual(
          await found(first),
          first.map((action) => told(method, [action])),
        );
      });
    } else {
      it(`are none without one of the actions to ${method.gain}`, async () => {
        for (const left of firsts) {
          const texts = await found(firsts.filter((action) => action !== left));
          assert.ok(!texts.some((text) => text.includes(`lets its holder ${method.gain} and`)));
        }
      });
    }
  }
});

describe("a role that may be passed", () => {
  const trusting = policyDocument(trust({ Service: "ecs-tasks.amazonaws.com" }));
  const role = (name: string, props: object = {}): Described => ({
    type: "aws:iam/role:Role",
    name,
    props: { name, assumeRolePolicy: trusting, ...props },
  });
  const policyOf = (owner: string, ...statements: object[]): Described => ({
    ...rolePolicy(...statements),
    name: `${owner}-policy`,
    dependsOn: { role: [owner] },
  });
  const toTasks = { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } };
  const deploy = policyOf(
    "deploy",
    allow(["ecs:RegisterTaskDefinition", "ecs:RunTask"], arn("ecs", "task-definition/a:*")),
    { ...allow("iam:PassRole", roleArn("task"), toTasks), Sid: "Pass" },
  );
  const what =
    'iam:PassRole with ecs:RegisterTaskDefinition with ecs:RunTask (statement "Pass", statement "Work") ' +
    "lets its holder pass a role to a container and so gain other rights: ";
  const certain = "Take these rights from the passed role, or do not pass it.";
  const uncertain = "Make the passed role part of this stack, with known policies.";
  const shared = `arn:aws:iam::123456789012:policy/shared`;
  const cases: [because: string, passed: Described[], reason: string, fix: string][] = [
    ["everything is allowed", [role("task"), policyOf("task", allow("*", "*"))], "role task may do *", certain],
    ["services are", [role("task"), policyOf("task", allow("s*:Get*", "*"))], "role task may do s*:Get*", certain],
    ["a service is", [role("task"), policyOf("task", allow("sqs:*", "*"))], "role task may do sqs:*", certain],
    [
      "a change to IAM is",
      [role("task"), policyOf("task", allow(["sqs:SendMessage", "IAM:create*"], "*"))],
      "role task may do iam:CreateAccessKey",
      certain,
    ],
    [
      "a policy of AWS gives a service",
      [role("task", { managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonSQSFullAccess"] })],
      "role task has arn:aws:iam::aws:policy/AmazonSQSFullAccess",
      certain,
    ],
    [
      "a policy is not known yet",
      [role("task"), { ...policyOf("task"), props: { policy: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" } }],
      "the rights of role task are not known yet",
      uncertain,
    ],
    [
      "a policy is made elsewhere",
      [role("task", { managedPolicyArns: [shared] })],
      `role task has ${shared}, which is not part of this stack`,
      uncertain,
    ],
    ["it is made elsewhere", [], "the passed role is not part of this stack, so its rights are unknown", uncertain],
  ];
  for (const [because, passed, reason, fix] of cases) {
    it(`may have too many rights when ${because}`, async () => {
      const findings = await judgeStack(iamPrivesc, stackOf(...passed, role("deploy"), deploy));
      const shown = findings.map((one) => [one.outcome, one.urn.split("::").at(-1), one.what, one.fix, one.detail]);
      const outcome = fix === certain ? "violation" : "undecided";
      assert.deepEqual(shown, [[outcome, "deploy-policy", what + reason, fix, `iam:PassRole|${roleArn("task")}`]]);
    });
  }

  for (const action of [
    "iam:AddRoleToInstanceProfile",
    "iam:AttachRolePolicy",
    "iam:CreateRole",
    "iam:DeleteRolePermissionsBoundary",
    "iam:PassRole",
    "iam:PutRolePolicy",
    "iam:SetDefaultPolicyVersion",
    "iam:UpdateAssumeRolePolicy",
    "organizations:LeaveOrganization",
    "sts:AssumeRoot",
  ]) {
    it(`has too many rights with ${action}`, async () => {
      const stack = stackOf(role("task"), policyOf("task", allow(action, "*")), role("deploy"), deploy);
      const findings = await judgeStack(iamPrivesc, stack);
      assert.ok(findings.some(({ what: text }) => text === `${what}role task may do ${action}`));
    });
  }

  it("may have the policies of AWS that give parts of services", async () => {
    const execution = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
    const stack = stackOf(role("task", { managedPolicyArns: [execution] }), role("deploy"), deploy);
    assert.deepEqual(await judgeStack(iamPrivesc, stack), []);
  });
});
