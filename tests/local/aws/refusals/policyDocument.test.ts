import { strict as assert } from "node:assert";
import { UNKNOWN } from "../../../../local/aws/refusals/contract";
import type { PolicyKind } from "../../../../local/aws/refusals/policyDocument";
import { policyProblems } from "../../../../local/aws/refusals/policyDocument";
import { policyLength } from "../../../../local/aws/refusals/policyText";
import { principalFormProblems } from "../../../../local/aws/refusals/policyPrincipals";

const allow = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };
const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } };

function problems(statement: unknown, kind: PolicyKind = "identity", more: Record<string, unknown> = {}): string {
  return policyProblems(JSON.stringify({ Version: "2012-10-17", Statement: [statement], ...more }), kind).join("; ");
}

describe("policyDocument", () => {
  const accepted: [string, unknown, PolicyKind][] = [
    ["an identity policy", allow, "identity"],
    ["a trust policy", trust, "trust"],
    ["a resource policy", { ...allow, Principal: "*" }, "resource"],
    ["NotAction and NotResource", { Effect: "Deny", NotAction: "iam:*", NotResource: "*" }, "identity"],
    ["every action", { ...allow, Action: "*" }, "identity"],
    ["wildcards in actions", { ...allow, Action: ["ecr:Batch*", "logs:Put?ogEvents"] }, "identity"],
    [
      "set operators",
      { ...allow, Condition: { "ForAllValues:StringLikeIfExists": { "aws:TagKeys": "a*" } } },
      "identity",
    ],
    ["unknown elements", { ...allow, Resource: UNKNOWN, Effect: UNKNOWN }, "identity"],
    ["a Sid with spaces on a resource", { ...allow, Principal: "*", Sid: "Deny plain HTTP" }, "resource"],
  ];
  for (const [title, statement, kind] of accepted)
    it(`accepts ${title}`, () => assert.equal(problems(statement, kind), ""));

  it("accepts one statement instead of a list, and an unknown document", () => {
    assert.deepEqual(policyProblems({ Statement: allow }, "identity"), []);
    assert.deepEqual(policyProblems(UNKNOWN, "identity"), []);
  });

  const refused: [string, unknown, PolicyKind, RegExp][] = [
    ["another effect", { ...allow, Effect: "allow" }, "identity", /Effect is "allow"; use "Allow" or "Deny"/],
    ["no action", { Effect: "Allow", Resource: "*" }, "identity", /has no Action/],
    ["Action and NotAction", { ...allow, NotAction: "s3:*" }, "identity", /has Action and NotAction/],
    ["an action without prefix", { ...allow, Action: "GetObject" }, "identity", /"GetObject" has no service prefix/],
    ["a resource that is no ARN", { ...allow, Resource: "bucket" }, "identity", /must be in ARN format/],
    ["no resource", { Effect: "Allow", Action: "s3:*" }, "identity", /has no Resource/],
    ["a principal on a role", { ...allow, Principal: "*" }, "identity", /prohibited field Principal/],
    ["a resource in a trust policy", { ...trust, Resource: "*" }, "trust", /prohibited field Resource/],
    ["no principal", allow, "resource", /has no Principal/],
    ["a Sid with spaces on a role", { ...allow, Sid: "my sid" }, "identity", /letters and digits only/],
    ["an unknown element", { ...allow, Conditions: {} }, "identity", /unknown element Conditions/],
    [
      "an unknown operator",
      { ...allow, Condition: { StringEqual: { "aws:x": "y" } } },
      "identity",
      /did you mean StringEquals\?/,
    ],
    [
      "a key without prefix",
      { ...allow, Condition: { Bool: { SecureTransport: "true" } } },
      "identity",
      /without a prefix/,
    ],
  ];
  for (const [title, statement, kind, text] of refused)
    it(`refuses ${title}`, () => assert.match(problems(statement, kind), text));

  it("refuses what is not JSON", () => assert.match(policyProblems("{'a'}", "identity").join(), /not a JSON object/));
  it("refuses another version", () =>
    assert.match(problems(allow, "identity", { Version: "2012-10-18" }), /2012-10-17/));
  it("refuses an empty document", () => assert.match(policyProblems("{}", "identity").join(), /no Statement/));
  it("refuses a repeated Sid", () => {
    const statement = { ...allow, Sid: "A" };
    assert.match(policyProblems({ Statement: [statement, statement] }, "identity").join(), /"A" is used twice/);
  });
  it("refuses unknown elements of the document", () =>
    assert.match(
      policyProblems({ Statement: allow, Statements: [] }, "identity").join(),
      /unknown element Statements/,
    ));

  it("refuses principals that cannot be any", () => {
    const document = (principal: unknown): unknown => ({ Statement: [{ ...trust, Principal: principal }] });
    assert.deepEqual(
      principalFormProblems(document({ Service: ["ecs.amazonaws.com", "logs.eu-west-1.amazonaws.com"] })),
      [],
    );
    assert.deepEqual(principalFormProblems(document({ AWS: ["*", "123456789012", UNKNOWN] })), []);
    assert.match(principalFormProblems(document({ Service: "ecs" })).join(), /service "ecs" is invalid/);
    assert.match(principalFormProblems(document({ AWS: "some-role" })).join(), /AWS "some-role" is invalid/);
    assert.match(principalFormProblems(document({ Aws: "123456789012" })).join(), /type Aws is unknown/);
  });

  it("counts as the service does", () => {
    assert.equal(policyLength('{ "a": 1 }', true), 7);
    assert.equal(policyLength('{ "a": "é" }', false), 13);
    assert.equal(policyLength(UNKNOWN, false), 0);
  });
});
