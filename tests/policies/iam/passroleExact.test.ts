import { iamPassroleExact } from "../../../policies/iam/passroleExact";
import { unknown } from "../../support/policy";
import { allow, deny, identityBasics, roleArn, rolePolicy, table } from "./documents";

const toTasks = { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } };

describe("iam-passrole-exact", () => {
  identityBasics(iamPassroleExact);
  table(iamPassroleExact, [
    ["passes exact roles", rolePolicy(allow("iam:PassRole", [roleArn("a"), roleArn("path/b")], toTasks)), []],
    [
      "passes a role with a generated name",
      rolePolicy(allow("iam:PassRole", roleArn("task-<generated>"), toTasks)),
      [],
    ],
    ["refuses every role", rolePolicy(allow("iam:PassRole", "*", toTasks)), ["iam:PassRole|*"]],
    [
      "refuses a prefix",
      rolePolicy(allow("iam:PassRole", roleArn("shop-*"), toTasks)),
      [`iam:PassRole|${roleArn("shop-*")}`],
    ],
    [
      "refuses any account",
      rolePolicy(allow("iam:PassRole", roleArn("a", "*"), toTasks)),
      [`iam:PassRole|${roleArn("a", "*")}`],
    ],
    [
      "refuses a policy variable",
      rolePolicy(allow("iam:PassRole", roleArn("${aws:PrincipalTag/role}"), toTasks)),
      [`iam:PassRole|${roleArn("${aws:PrincipalTag/role}")}`],
    ],
    ["sees PassRole behind a wildcard", rolePolicy(allow("iam:Pass*", "*", toTasks)), ["iam:PassRole|*"]],
    ["sees PassRole in other case", rolePolicy(allow("IAM:passrole", "*", toTasks)), ["iam:PassRole|*"]],
    [
      "cannot decide an unknown role",
      rolePolicy(allow("iam:PassRole", [unknown, "*"], toTasks)),
      ["undecided policy.Statement[0].Resource[0]", "iam:PassRole|*"],
    ],
    ["ignores other actions", rolePolicy(allow("iam:GetRole", "*")), []],
    ["ignores Deny statements", rolePolicy(deny("iam:PassRole", "*")), []],
  ]);
});
