import { strict as assert } from "node:assert";
import { isGlobalKey, mayBeAbsent, takesManyValues } from "../../../../policies/iam/judge/conditionKeys";
import { isContextual } from "../../../../policies/iam/judge/contextualKeys";

function each(judge: (key: string) => boolean, holding: readonly string[], others: readonly string[]): void {
  for (const key of holding) it(`hold for ${key}`, () => assert.ok(judge(key)));
  for (const key of others) it(`do not hold for ${key}`, () => assert.ok(!judge(key)));
}

describe("keys of every request", () => {
  each(
    isGlobalKey,
    [
      "aws:principaltag/team",
      "aws:sourcevpce",
      "saml:sub",
      "accounts.google.com:sub",
      "oidc.eks.eu-west-1.amazonaws.com/id/0a:sub",
    ],
    [
      "aws:resourcetag/team",
      "aws:requesttag/team",
      "aws:tagkeys",
      "s3:prefix",
      "aws:nothing",
      "xsaml:sub",
      "s3:accounts.google.com:sub",
      "kms:encryptioncontext:a",
    ],
  );
});

describe("keys with several values", () => {
  each(
    takesManyValues,
    ["aws:tagkeys", "aws:calledvia", "kms:resourcealiases", "lambda:layer", "s3:requestobjecttagkeys"],
    ["aws:principalarn", "ecs:cluster", "kms:viaservice", "nothing:key", "key", "aws:principaltag/team"],
  );
});

describe("keys that only some requests have", () => {
  each(
    mayBeAbsent,
    ["aws:requesttag/a", "aws:resourcetag/a", "secretsmanager:resourcetag/a", "kms:encryptioncontext:aws:ecr:arn"],
    [
      "aws:principaltag/a",
      "ecs:cluster",
      "kms:encryptioncontextkeys",
      "x/aws:requesttag/a",
      "xkms:encryptioncontext:a",
    ],
  );
});

describe("keys that say nothing about the resource", () => {
  each(
    isContextual,
    [
      "aws:sourceip",
      "s3:prefix",
      "s3:x-amz-acl",
      "s3:requestobjecttag/a",
      "secretsmanager:versionstage",
      "ssm:sessiondocumentaccesscheck",
    ],
    ["aws:resourcetag/a", "s3:existingobjecttag/a", "ecs:cluster", "kms:viaservice", "secretsmanager:name"],
  );
});
