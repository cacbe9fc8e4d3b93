import { iamConditionSound } from "../../../policies/iam/conditionSound";
import { unknown } from "../../support/policy";
import { allow, arn, deny, identityBasics, rolePolicy, table } from "./documents";

const queue = arn("sqs", "orders");
const when = (operator: string, key: string, value: unknown) => ({ [operator]: { [key]: value } });

describe("iam-condition-sound", () => {
  identityBasics(iamConditionSound);
  table(iamConditionSound, [
    ["passes a statement without conditions", rolePolicy(allow("sqs:SendMessage", queue)), []],
    [
      "passes a positive operator on a known key",
      rolePolicy(allow("kms:Encrypt", "*", when("StringEquals", "kms:ViaService", "s3.eu-west-1.amazonaws.com"))),
      [],
    ],
    [
      "passes global keys",
      rolePolicy(allow("sqs:SendMessage", queue, when("StringEquals", "aws:PrincipalTag/team", "shop"))),
      [],
    ],
    [
      "passes ForAllValues where AWS documents it",
      rolePolicy(allow("ec2:CreateTags", "*", when("ForAllValues:StringEquals", "aws:TagKeys", ["a"]))),
      [],
    ],
    [
      "passes IfExists on a named resource",
      rolePolicy(allow("kms:Encrypt", arn("kms", "key/1"), when("StringEqualsIfExists", "aws:ResourceTag/a", "b"))),
      [],
    ],
    [
      "passes a policy variable under StringEquals",
      rolePolicy(allow("s3:ListBucket", "arn:aws:s3:::a", when("StringEquals", "s3:prefix", "${aws:username}/*"))),
      [],
    ],
    [
      "refuses ForAllValues",
      rolePolicy(allow("sqs:SendMessage", queue, when("ForAllValues:StringEquals", "aws:PrincipalTag/a", "b"))),
      ["ForAllValues:StringEquals|aws:PrincipalTag/a"],
    ],
    [
      "refuses IfExists that alone narrows",
      rolePolicy(allow("kms:Encrypt", "*", when("StringEqualsIfExists", "aws:ResourceTag/a", "b"))),
      ["StringEqualsIfExists|aws:ResourceTag/a"],
    ],
    [
      "refuses a value that anything fits",
      rolePolicy(allow("sqs:SendMessage", queue, when("StringLike", "aws:PrincipalTag/a", "*"))),
      ["StringLike|aws:PrincipalTag/a"],
    ],
    [
      "refuses a key that the actions lack",
      rolePolicy(allow("sqs:SendMessage", queue, when("StringEquals", "s3:prefix", "a"))),
      ["StringEquals|s3:prefix"],
    ],
    [
      "refuses a pattern under StringEquals",
      rolePolicy(allow("s3:ListBucket", "arn:aws:s3:::a", when("StringEquals", "s3:prefix", "home/*"))),
      ["StringEquals|s3:prefix"],
    ],
    [
      "cannot decide an unknown value",
      rolePolicy(allow("sqs:SendMessage", queue, when("StringLike", "aws:PrincipalTag/a", unknown))),
      ['undecided policy.Statement[0].Condition.StringLike["aws:PrincipalTag/a"]'],
    ],
    [
      "ignores Deny statements",
      rolePolicy(deny("sqs:SendMessage", queue, when("StringNotEqualsIfExists", "s3:prefix", "*"))),
      [],
    ],
  ]);
});
