import { strict as assert } from "node:assert";
import { iamConditionSound } from "../../../../policies/iam/conditionSound";
import { judge, unknown } from "../../../support/policy";
import { allow, arn, rolePolicy } from "../documents";

const when = (operator: string, key: string, value: unknown) => ({ [operator]: { [key]: value } });
const queue = arn("sqs", "orders");
const tag = "aws:PrincipalTag/team";
const forAll = (...more: object[]) =>
  allow("sqs:SendMessage", queue, Object.assign({}, when("ForAllValues:StringEquals", tag, "a"), ...more) as object);
const onQueue = (operator: string, key: string, value: unknown) =>
  allow("sqs:SendMessage", queue, when(operator, key, value));
const onBucket = (operator: string, value: unknown) =>
  allow("s3:ListBucket", "arn:aws:s3:::a", when(operator, "s3:prefix", value));
const ifTagged = when("StringEqualsIfExists", "aws:ResourceTag/a", "b");

describe("a condition", () => {
  const has = (key: string, value: unknown = "false") => ({ Null: { [key]: value } });
  const sound: [behaviour: string, statement: object, isSound: boolean][] = [
    ["ForAllValues beside the demand for its key", forAll(has("AWS:principaltag/TEAM")), true],
    ["ForAllValues beside the demand for its key as a truth value", forAll(has(tag, false)), true],
    ["ForAllValues beside a demand that is none", forAll(has(tag, ["true", "false"])), false],
    ["the absence of a key that no action knows", onQueue("Null", "s3:prefix", "true"), true],
    ["a key that one action of a pattern knows", allow("s3:List*", "*", when("StringEquals", "s3:prefix", "a")), true],
    [
      "IfExists on what the caller chooses",
      allow("kms:Encrypt", "*", when("StringEqualsIfExists", "kms:EncryptionAlgorithm", "SYMMETRIC_DEFAULT")),
      true,
    ],
    ["ForAllValues beside the demand for another key", forAll(has("aws:PrincipalTag/x")), false],
    ["ForAllValues beside the absence of its key", forAll(has(tag, "true")), false],
    ["ForAllValues beside another operator that says false", forAll({ StringEquals: { [tag]: "false" } }), false],
    [
      "ForAllValues on tags that a request may have",
      allow("ec2:CreateTags", "*", when("ForAllValues:StringEquals", "aws:TagKeys", "a")),
      true,
    ],
    [
      "a key that one of the actions knows",
      allow(["sqs:SendMessage", "s3:ListBucket"], "*", when("StringEquals", "s3:prefix", "a")),
      true,
    ],
    [
      "a key that none of several actions knows",
      allow(["sqs:SendMessage", "sqs:ReceiveMessage"], queue, when("StringEquals", "s3:prefix", "a")),
      false,
    ],
    [
      "a key of an action that is everything",
      allow(["*", "sqs:SendMessage"], queue, when("StringEquals", "s3:prefix", "a")),
      true,
    ],
    ["a key of an action that is not known yet", allow(unknown, queue, when("StringEquals", "s3:prefix", "a")), true],
    [
      "IfExists on a negative operator",
      allow("kms:Encrypt", "*", when("StringNotEqualsIfExists", "aws:ResourceTag/a", "b")),
      true,
    ],
    ["IfExists on one of two open resources", allow("kms:Encrypt", [arn("kms", "key/1"), "*"], ifTagged), false],
    ["IfExists on one of two open actions", allow(["kms:ListAliases", "kms:Encrypt"], "*", ifTagged), false],
    [
      "IfExists on what describes the request",
      allow("kms:Encrypt", "*", when("BoolIfExists", "aws:MultiFactorAuthPresent", "true")),
      true,
    ],
    ["IfExists on an unknown resource", allow("kms:Encrypt", unknown, ifTagged), true],
    [
      "IfExists on the service that a role is passed to",
      allow(
        "iam:PassRole",
        "arn:aws:iam::123456789012:role/a",
        when("StringEqualsIfExists", "iam:PassedToService", "ecs.amazonaws.com"),
      ),
      false,
    ],
    ["a negative operator that nothing fits", onQueue("StringNotLike", tag, "*"), true],
    [
      "any value of a tag that must be there",
      allow("ec2:CreateTags", arn("ec2", "instance/i-1"), when("StringLike", "aws:RequestTag/team", "*")),
      true,
    ],
    [
      "any value of the tag that alone narrows",
      allow("kms:Encrypt", "*", when("StringLike", "aws:ResourceTag/team", "*")),
      false,
    ],
    ["a pattern of a variable", onBucket("StringEquals", "${aws:username}/*"), true],
    ["a pattern of patterns", onBucket("StringLike", "home/*"), true],
    ["a star in an ordinary word", onQueue("StringEquals", tag, "a * b"), true],
    ["a star in a quoted name", onQueue("StringEquals", tag, "(see home/*)"), true],
    ["a star in an address range", onQueue("NotIpAddress", "aws:SourceIp", "10.0.0.0/8"), true],
  ];
  for (const [behaviour, statement, isSound] of sound) {
    it(`is ${isSound ? "sound" : "not sound"}: ${behaviour}`, async () => {
      assert.equal((await judge(iamConditionSound, rolePolicy(statement))).length, isSound ? 0 : 1);
    });
  }
});
