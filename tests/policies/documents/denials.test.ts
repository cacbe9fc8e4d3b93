import { strict as assert } from "node:assert";
import { deniesOthers } from "../../../policies/documents/denials";
import { unknown } from "../../support/policy";
import { parse } from "./statements";

const keys = ["aws:principalorgid"];
const everything = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const denial = {
  ...everything,
  Effect: "Deny",
  Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } } as object,
};
const judged = (change: object, allowed: object = everything) => {
  const document = parse({ Statement: [allowed, { ...denial, ...change }] });
  const [statement] = document.statements;
  assert.ok(statement);
  return deniesOthers(document, statement, keys);
};

describe("a denial for all but some", () => {
  it("leaves what is allowed to those", () => {
    assert.equal(judged({}), true);
    assert.equal(judged({ Principal: { AWS: "*" } }), true);
    assert.equal(judged({}, { ...everything, Action: ["logs:PutLogEvents"], Resource: unknown }), true);
    const some = { ...everything, Action: ["S3:GetObject", "sns:Publish"], Resource: ["a", "b"] };
    assert.equal(judged({ Action: ["sns:*", "s3:get*"], Resource: ["a", "b"] }, some), true);
    assert.equal(judged({ Action: ["x:y", "*"], Resource: ["c", "*"] }, some), true);
    assert.equal(judged({ Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } } }), true);
  });

  it("may spare AWS's own services", () => {
    const Condition = { ...denial.Condition, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } };
    assert.equal(judged({ Condition }), true);
  });

  const others: [because: string, change: object, allowed?: object][] = [
    ["it allows", { Effect: "Allow" }],
    ["it is for some principals", { Principal: { AWS: "123456789012" } }],
    ["it is about fewer actions", { Action: "logs:*" }],
    ["it is about fewer resources", { Resource: "arn:aws:logs:eu-west-1:123456789012:*" }],
    ["one of the actions is left", { Action: "s3:*" }, { ...everything, Action: ["s3:GetObject", "sns:Publish"] }],
    ["one of the resources is left", { Resource: "a" }, { ...everything, Resource: ["a", "b"] }],
    ["the resource that is denied is no pattern", { Resource: "" }, { ...everything, Resource: unknown }],
    ["all but some actions are allowed", {}, { ...everything, Action: undefined, NotAction: "iam:*" }],
    ["all but some resources are allowed", {}, { ...everything, Resource: undefined, NotResource: "a" }],
    ["it has no condition", { Condition: undefined }],
    ["it has a further condition", { Condition: { ...denial.Condition, Bool: { "aws:SecureTransport": "false" } } }],
    ["it is turned round", { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }],
    ["its value fits everybody", { Condition: { StringNotLike: { "aws:PrincipalOrgID": "o-*" } } }],
    ["it is about sets", { Condition: { "ForAnyValue:StringNotEquals": { "aws:PrincipalOrgID": "o-1" } } }],
    ["it is about another key", { Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" } } }],
    ["an allowed action is unknown", {}, { ...everything, Action: [unknown] }],
    ["its resource is unknown", { Resource: unknown }],
  ];
  for (const [because, change, allowed] of others) {
    it(`leaves it to everybody when ${because}`, () => assert.equal(judged(change, allowed), false));
  }
});
