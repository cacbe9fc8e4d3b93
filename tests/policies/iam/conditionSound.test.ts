import { iamConditionSound } from "../../../policies/iam/conditionSound";
import { unknown } from "../../support/policy";
import { allow, arn, type Case, deny, identityBasics, rolePolicy, table } from "./documents";

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
      "passes numbers, dates, truth values and address ranges under the operators that compare them",
      rolePolicy(
        allow("s3:ListBucket", "arn:aws:s3:::a", {
          NumericLessThanEquals: { "s3:max-keys": ["100", 5] },
          DateLessThan: { "aws:CurrentTime": ["2030-01-31T00:00:00Z", "2030-01-31", "1893456000"] },
          Bool: { "aws:SecureTransport": [true, "true"], "aws:ViaAWSService": "${aws:PrincipalTag/via}" },
          IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "203.0.113.7", "2001:db8::/32"] },
        }),
      ),
      [],
    ],
    [
      "refuses a text where numbers are compared",
      rolePolicy(allow("s3:ListBucket", "arn:aws:s3:::a", when("NumericEquals", "s3:prefix", "home/shop"))),
      ["NumericEquals|s3:prefix"],
    ],
    [
      "refuses a policy variable where dates are compared",
      rolePolicy(allow("sqs:SendMessage", queue, when("DateGreaterThan", "aws:TokenIssueTime", "${aws:CurrentTime}"))),
      ["DateGreaterThan|aws:TokenIssueTime"],
    ],
    [
      "refuses what is no date",
      rolePolicy(allow("sqs:SendMessage", queue, when("DateLessThan", "aws:CurrentTime", ["2030-01-31", "soon"]))),
      ["DateLessThan|aws:CurrentTime"],
    ],
    [
      "refuses what is neither true nor false",
      rolePolicy(allow("sqs:SendMessage", queue, when("Bool", "aws:SecureTransport", "yes"))),
      ["Bool|aws:SecureTransport"],
    ],
    [
      "refuses what is neither true nor false of a key's absence, too",
      rolePolicy(allow("sqs:SendMessage", queue, when("Null", "aws:PrincipalTag/team", "no"))),
      ["Null|aws:PrincipalTag/team"],
    ],
    [
      "passes the demand that a key be there",
      rolePolicy(allow("sqs:SendMessage", queue, when("Null", "aws:PrincipalTag/team", false))),
      [],
    ],
    ...["203.0.113/24", "203.0.113.0/33", "shop.example.com", "203.0.113.0/24, 198.51.100.0/24"].map((range): Case => [
      `refuses ${range} as an address range`,
      rolePolicy(allow("sqs:SendMessage", queue, when("NotIpAddress", "aws:SourceIp", range))),
      ["NotIpAddress|aws:SourceIp"],
    ]),
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
