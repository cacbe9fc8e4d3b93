import { strict as assert } from "node:assert";
import { iamConditionSound } from "../../../../policies/iam/conditionSound";
import { type Described, judge } from "../../../support/policy";
import { allow, arn, rolePolicy } from "../documents";

const told = async (resource: Described) =>
  (await judge(iamConditionSound, resource)).map(({ what, fix }) => `${what}. ${fix}`);
const when = (operator: string, key: string, value: unknown) => ({ [operator]: { [key]: value } });
const queue = arn("sqs", "orders");
const tag = "aws:PrincipalTag/team";

describe("what is told of a condition", () => {
  const absent = "holds for every request without that key";
  const cases: [statement: object, ...told: string[]][] = [
    [allow("sqs:SendMessage", queue, when("StringEquals", tag, "shop"))],
    [
      allow("sqs:SendMessage", queue, when("ForAllValues:StringEquals", tag, "shop")),
      `${absent}. Use ForAnyValue, or add \`"Null": {"${tag}": "false"}\`.`,
    ],
    [allow("kms:Encrypt", "*", when("StringEqualsIfExists", "aws:ResourceTag/a", "b")), `${absent}. Use StringEquals.`],
    [allow("kms:Encrypt", "*", when("stringlikeifexists", "aws:ResourceTag/a", "b")), `${absent}. Use stringlike.`],
    [
      allow("sqs:SendMessage", queue, when("StringEquals", "s3:prefix", "a")),
      "is a key that none of these actions knows. Use a key that the Service Authorization Reference lists for the action.",
    ],
    [
      allow("sqs:SendMessage", queue, when("StringLike", tag, ["a", "*"])),
      "accepts every value. Name the values that are meant.",
    ],
    [
      allow("s3:ListBucket", "arn:aws:s3:::a", when("StringEquals", "s3:prefix", ["a", "home/*"])),
      "takes the wildcard in home/* as an ordinary character. Use StringLike or ArnLike for patterns.",
    ],
    [
      allow("s3:ListBucket", "arn:aws:s3:::a", when("StringEquals", "s3:prefix", `home/${"a".repeat(100)}/*`)),
      `takes the wildcard in home/${"a".repeat(75)} as an ordinary character. Use StringLike or ArnLike for patterns.`,
    ],
    [
      allow("sqs:SendMessage", queue, when("StringEquals", "aws:PrincipalArn", "arn:aws:iam::*:role/a")),
      "takes the wildcard in arn:aws:iam::*:role/a as an ordinary character. Use StringLike or ArnLike for patterns.",
    ],
    [
      allow("s3:ListBucket", "arn:aws:s3:::a", when("NumericEquals", "s3:max-keys", "a/*")),
      "has the value a/*, which is no number. Write a number such as 3600.",
    ],
    [
      allow("sqs:SendMessage", queue, when("Bool", "aws:SecureTransport", "yes")),
      "has the value yes, which is no truth value. Write true or false.",
    ],
  ];
  for (const [statement, ...expected] of cases) {
    it(`is ${expected[0] ?? "nothing"}`, async () => {
      const texts = await told(rolePolicy(statement));
      assert.equal(texts.length, expected.length);
      for (const [index, text] of expected.entries()) assert.ok(texts[index]?.endsWith(text), texts[index]);
    });
  }
});
