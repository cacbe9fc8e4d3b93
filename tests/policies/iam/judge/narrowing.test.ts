import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { type Action, actionsOfService } from "../../../../policies/iam/judge/actionData";
import { isVacuous, knowsKey, narrowingCondition, ownerCondition } from "../../../../policies/iam/judge/narrowing";
import { Undecided } from "../../../../policies/shared/node";
import { unknown } from "../../../support/policy";
import { type Block, type Request, holds } from "../../documents/requests";
import { statementOf } from "../../documents/statements";

const action = (name: string): Action => {
  const [service = "", key = ""] = name.toLowerCase().split(":");
  const found = actionsOfService(service)?.get(key);
  assert.ok(found, name);
  return found;
};
const narrowed = (name: string, Condition: object) => narrowingCondition(statementOf({ Condition }), action(name))?.key;

describe("conditions that narrow an action", () => {
  const tag = "aws:ResourceTag/team";
  const cases: [name: string, Condition: object, narrows: boolean][] = [
    ["secretsmanager:GetSecretValue", { StringEquals: { [tag]: "shop" } }, true],
    ["secretsmanager:GetSecretValue", { StringLike: { [tag]: ["shop", "shop-*"] } }, true],
    ["secretsmanager:GetSecretValue", { StringEquals: { "SecretsManager:resourcetag/team": "shop" } }, true],
    ["secretsmanager:GetSecretValue", { "ForAnyValue:StringEquals": { [tag]: "shop" } }, true],
    ["ecs:ListTasks", { ArnEquals: { "ecs:cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/shop" } }, true],
    ["ecs:ListTasks", { ArnLike: { "ecs:cluster": "arn:aws:ecs:*:123456789012:cluster/*" } }, false],
    ["ecs:ListTasks", { ArnLike: { "ecs:cluster": "arn:aws:ecs:*" } }, false],
    ["secretsmanager:GetSecretValue", { StringLike: { [tag]: "*" } }, false],
    ["secretsmanager:GetSecretValue", { StringLike: { [tag]: ["shop", "*"] } }, false],
    ["secretsmanager:GetSecretValue", { StringEquals: { [tag]: [] } }, false],
    ["secretsmanager:GetSecretValue", { StringNotEquals: { [tag]: "shop" } }, false],
    ["secretsmanager:GetSecretValue", { StringEqualsIfExists: { [tag]: "shop" } }, false],
    ["secretsmanager:GetSecretValue", { "ForAllValues:StringEquals": { [tag]: "shop" } }, false],
    // The caller says which version, and IAM does not know the other two for this action.
    ["secretsmanager:GetSecretValue", { StringEquals: { "secretsmanager:VersionStage": "AWSCURRENT" } }, false],
    ["secretsmanager:GetSecretValue", { StringEquals: { "ecs:cluster": "shop" } }, false],
    ["secretsmanager:GetSecretValue", { StringEquals: { "aws:ResourceTag/": "shop" } }, false],
  ];
  for (const [name, Condition, narrows] of cases) {
    it(`${narrows ? "are" : "are not"} ${JSON.stringify(Condition)} for ${name}`, () => {
      assert.equal(
        narrowed(name, Condition),
        narrows ? Object.keys(Object.values(Condition)[0] as object)[0] : undefined,
      );
    });
  }

  it("may be any of several", () => {
    const key = narrowed("secretsmanager:GetSecretValue", {
      Bool: { "aws:SecureTransport": "true" },
      StringEquals: { [tag]: "a" },
    });
    assert.equal(key, tag);
  });

  it("cannot be told while their value is unknown", () => {
    assert.throws(() => narrowed("secretsmanager:GetSecretValue", { StringEquals: { [tag]: unknown } }), Undecided);
  });

  it("let nobody at a resource with another tag, whatever the caller says", () => {
    const chosen = ["secretsmanager:VersionStage", "secretsmanager:VersionId", "aws:UserAgent", "aws:SourceIp"];
    const ofResource = [tag, "secretsmanager:ResourceTag/team", "secretsmanager:resource/AllowRotationLambdaArn"];
    const values = ["shop", "shop-*", "*", "?*", "arn:aws:*:*:*:a/*", "10.0.0.0/8"];
    const operators = [
      "StringEquals",
      "StringLike",
      "StringNotEquals",
      "StringEqualsIfExists",
      "ForAnyValue:StringLike",
    ];
    const line = fc
      .tuple(
        fc.constantFrom(...operators, "ForAllValues:StringLike", "Null"),
        fc.constantFrom(...chosen, ...ofResource),
        fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }),
      )
      .map(([operator, key, list]): Block => ({ [operator]: { [key]: list } }));
    const block = fc.array(line, { minLength: 1, maxLength: 2 }).map((lines): Block => Object.assign({}, ...lines));
    const request = fc
      .tuple(fc.subarray(chosen), fc.subarray(ofResource), fc.constantFrom(...values))
      .map(([say, has, word]): Request =>
        Object.fromEntries([
          ...say.map((key) => [key.toLowerCase(), [word.replace("*", "x")]]),
          ...has.map((key) => [key.toLowerCase(), ["a name that nobody guesses"]]),
        ]),
      );
    let narrow = 0;
    fc.assert(
      fc.property(block, request, (conditions, asked) => {
        if (narrowed("secretsmanager:GetSecretValue", conditions) === undefined) return;
        narrow++;
        assert.ok(!holds(conditions, asked));
      }),
      { numRuns: 2000 },
    );
    assert.ok(narrow > 100, `${narrow} tried`);
  });
});

describe("conditions on the owner of a resource", () => {
  const owner = (Condition: object) => ownerCondition(statementOf({ Condition }))?.key;

  it("fix its account or organization", () => {
    for (const key of ["aws:ResourceAccount", "aws:ResourceOrgID", "aws:ResourceOrgPaths", "s3:ResourceAccount"]) {
      assert.equal(owner({ StringEquals: { [key]: "123456789012" } }), key);
    }
  });

  it("do not fix it with another key, operator or value", () => {
    assert.equal(owner({ StringEquals: { "aws:PrincipalAccount": "123456789012" } }), undefined);
    assert.equal(owner({ StringNotEquals: { "aws:ResourceAccount": "123456789012" } }), undefined);
    assert.equal(owner({ StringLike: { "aws:ResourceAccount": "*" } }), undefined);
  });
});

describe("keys that an action knows", () => {
  const known: [name: string, key: string, expected: boolean][] = [
    ["ecs:ListTasks", "ecs:cluster", true],
    ["ecs:ListTasks", "ecs:cluste", false],
    ["s3:GetObject", "s3:existingobjecttag/team", true],
    ["s3:GetObject", "s3:existingobjecttag/", false],
    ["s3:GetObject", "s3:existingobjecttag", false],
    ["s3:GetObject", "s3:existing", false],
    ["kms:Decrypt", "kms:encryptioncontext:aws:s3:arn", true],
    ["sts:GetCallerIdentity", "aws:resourcetag/team", false],
  ];
  for (const [name, key, expected] of known) {
    it(`${expected ? "are" : "are not"} ${key} for ${name}`, () => assert.equal(knowsKey(action(name), key), expected));
  }

  const vacuous: [value: string, expected: boolean][] = [
    ["*", true],
    ["?*", true],
    ["arn:aws:ecs:*:*:cluster/*", true],
    ["arn:aws:ecs:*:*:cluster/*/*", true],
    ["arn:aws:ecs:*:*:cluster/shop", false],
    ["arn:aws:ecs:*:*:service/*/shop", false],
    ["arn:aws:sns:*:*:*", true],
    ["arn:aws:sns:*:*:topic", false],
    ["arn:aws:logs:*:*:log-group:*", true],
    ["arn:aws:logs:*:*:log-group:a:*", false],
    ["arn:aws:ecs:*", true],
    ["arn:aws:ecs", false],
    ["*:aws:ecs:*:*:cluster/*", false],
  ];
  for (const [value, expected] of vacuous) {
    it(`${expected ? "do not keep" : "keep"} to anything by ${value || "nothing"}`, () =>
      assert.equal(isVacuous(value), expected));
  }
});
