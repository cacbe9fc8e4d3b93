import { strict as assert } from "node:assert";
import { parseDocument } from "../../../policies/documents/document";
import { deniesWithoutTls } from "../../../policies/documents/transport";
import { Node, Undecided } from "../../../policies/shared/node";
import { unknown } from "../../support/policy";

const bucket = "arn:aws:s3:::shop";
const both = [bucket, `${bucket}/*`];
const good = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: both,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const missing = (change: object) =>
  deniesWithoutTls(parseDocument(new Node({ Statement: [{ ...good, ...change }] })), "s3:*", both);

describe("deniesWithoutTls", () => {
  const cases: [behaviour: string, change: object, expected: string[]][] = [
    ["passes the documented statement", {}, []],
    ["passes every resource", { Resource: "*" }, []],
    [
      "passes every action and a truth value",
      { Action: "*", Condition: { BoolIfExists: { "AWS:securetransport": false } } },
      [],
    ],
    ["misses the objects", { Resource: bucket }, [`${bucket}/*`]],
    ["misses the bucket", { Resource: `${bucket}/*` }, [bucket]],
    ["misses both for one action", { Action: "s3:GetObject" }, both],
    ["misses both for one principal", { Principal: { AWS: "123456789012" } }, both],
    [
      "misses both under a second condition",
      { Condition: { ...good.Condition, StringEquals: { "aws:username": "a" } } },
      both,
    ],
    ["misses both for the wrong value", { Condition: { Bool: { "aws:SecureTransport": "true" } } }, both],
    ["misses both for an Allow", { Effect: "Allow" }, both],
    ["misses both for another key", { Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } }, both],
    ["misses both for a text's operator", { Condition: { StringEquals: { "aws:SecureTransport": "false" } } }, both],
    ["passes the action beside others", { Action: ["s3:GetObject", "S3:*"] }, []],
    ["passes when TLS is denied, too", { Condition: { Bool: { "aws:SecureTransport": ["true", "FALSE"] } } }, []],
    ["misses both when everything is denied, which nobody means", { Condition: undefined }, both],
  ];
  for (const [behaviour, change, expected] of cases) {
    it(behaviour, () => {
      assert.deepEqual(missing(change), expected);
    });
  }

  it("cannot decide while a denied resource is unknown", () => {
    assert.throws(() => missing({ Resource: [bucket, unknown] }), { path: "Statement[0].Resource[1]" });
    assert.throws(() => missing({ Action: unknown }), Undecided);
    assert.deepEqual(missing({ Resource: [...both, unknown] }), []);
  });

  it("cannot decide while a statement is unknown", () => {
    const ask = (...statements: unknown[]) =>
      deniesWithoutTls(parseDocument(new Node({ Statement: statements })), "s3:*", both);
    assert.throws(() => ask({ ...good, Resource: bucket }, unknown), { path: "Statement[1]" });
    assert.deepEqual(ask(good, unknown), []);
  });
});
