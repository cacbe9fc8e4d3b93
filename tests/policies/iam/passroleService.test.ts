import { strict as assert } from "node:assert";
import { iamPassroleService } from "../../../policies/iam/passroleService";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";
import { allow, deny, identityBasics, policyDocument, roleArn, rolePolicy, table, trust } from "./documents";

const to = (service: unknown, operator = "StringEquals") => ({ [operator]: { "iam:PassedToService": service } });
const task = (service: string) => ({
  type: "aws:iam/role:Role",
  name: "task",
  props: { name: "shop-task", assumeRolePolicy: policyDocument(trust({ Service: service })) },
});
const deploy = {
  ...rolePolicy(allow("iam:PassRole", roleArn("shop-task"), to("ecs-tasks.amazonaws.com"))),
  name: "deploy",
};

describe("iam-passrole-service", () => {
  identityBasics(iamPassroleService);
  table(iamPassroleService, [
    ["passes a named service", rolePolicy(allow("iam:PassRole", roleArn("a"), to("ecs-tasks.amazonaws.com"))), []],
    [
      "passes StringLike without a wildcard",
      rolePolicy(allow("iam:PassRole", roleArn("a"), to("ecs-tasks.amazonaws.com", "StringLike"))),
      [],
    ],
    ["refuses any service", rolePolicy(allow("iam:PassRole", roleArn("a"))), [`iam:PassRole|${roleArn("a")}`]],
    [
      "refuses a pattern",
      rolePolicy(allow("iam:PassRole", roleArn("a"), to("*.amazonaws.com", "StringLike"))),
      [`iam:PassRole|${roleArn("a")}`],
    ],
    [
      "refuses IfExists",
      rolePolicy(allow("iam:PassRole", roleArn("a"), to("ecs-tasks.amazonaws.com", "StringEqualsIfExists"))),
      [`iam:PassRole|${roleArn("a")}`],
    ],
    [
      "refuses all but one",
      rolePolicy(allow("iam:PassRole", roleArn("a"), to("ec2.amazonaws.com", "StringNotEquals"))),
      [`iam:PassRole|${roleArn("a")}`],
    ],
    ["refuses it while the role is unknown", rolePolicy(allow("iam:PassRole", unknown)), ["iam:PassRole|"]],
    [
      "cannot decide an unknown service",
      rolePolicy(allow("iam:PassRole", roleArn("a"), to(unknown))),
      ['undecided policy.Statement[0].Condition.StringEquals["iam:PassedToService"]'],
    ],
    ["ignores Deny statements", rolePolicy(deny("iam:PassRole", "*")), []],
  ]);

  it("passes a role to the service that it trusts", async () => {
    assert.deepEqual(await judgeStack(iamPassroleService, stackOf(task("ecs-tasks.amazonaws.com"), deploy)), []);
  });

  it("refuses to pass a role to a service that it does not trust", async () => {
    const findings = await judgeStack(iamPassroleService, stackOf(task("lambda.amazonaws.com"), deploy));
    assert.deepEqual(brief(findings), ["violation policy.Statement[0].Resource"]);
  });
});
