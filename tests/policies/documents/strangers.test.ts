import { strict as assert } from "node:assert";
import { parseDocument } from "../../../policies/documents/document";
import type { Statement } from "../../../policies/documents/statement";
import { outsidersOf, strangersOf } from "../../../policies/documents/strangers";
import { snsPolicy } from "../../../policies/observability/snsPolicy";
import { Node, Undecided } from "../../../policies/shared/node";
import { contextOf } from "../../support/policy";

const { settings } = contextOf(snsPolicy);
const statement = (Principal: unknown, Condition?: object): Statement => {
  const written = { Effect: "Allow", Principal, Action: "sns:Publish", Resource: "*", Condition };
  return parseDocument(new Node({ Statement: [written] }, "policy")).statements[0] as Statement;
};
const other = "210987654321";
const when = (key: string, value: unknown, operator = "StringEquals") => ({ [operator]: { [key]: value } });

describe("strangers that a statement lets in", () => {
  const cases: [behaviour: string, Principal: unknown, Condition: object | undefined, expected: string[]][] = [
    ["are foreign principals", { AWS: ["123456789012", other] }, undefined, [other]],
    ["are none in an organization", { AWS: other }, when("aws:PrincipalOrgID", "o-own"), []],
    ["are those of a condition on everybody", "*", when("aws:PrincipalAccount", other), [other]],
    ["are those of a role in a condition", "*", when("aws:PrincipalArn", `arn:aws:iam::${other}:role/x`), [other]],
    ["are no buckets, which name no account", "*", when("aws:SourceArn", "arn:aws:s3:::shop"), []],
    ["are those of the caller of a key", "*", when("kms:CallerAccount", other), [other]],
    ["are those of the source", "*", when("aws:SourceAccount", ["123456789012", other]), [other]],
    [
      "stay strangers when narrowed to one of their roles",
      { AWS: other },
      when("aws:PrincipalAccount", other),
      [other],
    ],
    ["are none where one condition leaves the own account", "*", when("aws:PrincipalAccount", "123456789012"), []],
    ["are those whose endpoints everybody may use", "*", when("aws:VpceAccount", other), [other]],
    ["are none at one's own endpoints", "*", when("aws:VpceAccount", "123456789012"), []],
    ["stay strangers at one's own endpoints", { AWS: other }, when("aws:VpceAccount", "123456789012"), [other]],
    ["are not asked for by a wildcard, which is public", "*", when("aws:PrincipalAccount", "*", "StringLike"), []],
    ["are no origin access identities", { AWS: "arn:aws:iam::cloudfront:user/CloudFront X E1" }, undefined, []],
  ];
  for (const [behaviour, principal, condition, expected] of cases) {
    it(behaviour, () => {
      const found = strangersOf(statement(principal, condition), settings);
      assert.deepEqual(
        found.map(({ id }) => id),
        expected,
      );
    });
  }

  it("are organizations that the settings do not name, once they name any", () => {
    const trusting = { ...settings, trustedOrganizations: ["o-own"] };
    for (const key of ["aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:SourceOrgID", "aws:SourceOrgPaths"]) {
      const found = (value: string) => strangersOf(statement("*", when(key, value)), trusting).map(({ id }) => id);
      assert.deepEqual(found("o-own"), []);
      assert.deepEqual(found("${aws:ResourceOrgID}"), []);
      assert.deepEqual(found("o-other/r-1/*"), ["o-other"]);
    }
  });

  it("are those through whose network everybody may come", () => {
    const trusting = { ...settings, trustedOrganizations: ["o-own"] };
    const found = (key: string, value: string) =>
      strangersOf(statement("*", when(key, value)), trusting).map(({ id }) => id);
    assert.deepEqual([found("aws:VpceAccount", other), found("aws:VpceAccount", "123456789012")], [[other], []]);
    assert.deepEqual([found("aws:VpceOrgID", "o-other"), found("aws:VpceOrgID", "o-own")], [["o-other"], []]);
    assert.deepEqual(found("aws:VpceOrgPaths", "o-other/r-1/*"), ["o-other"]);
    assert.deepEqual(found("aws:SourceVpcArn", `arn:aws:ec2:eu-west-1:${other}:vpc/vpc-1`), [other]);
  });

  it("are outsiders once trusted ones count, too", () => {
    const trusting = { ...settings, trustedAccounts: [other], trustedOrganizations: ["o-own"] };
    const found = (Principal: unknown, Condition?: object) =>
      outsidersOf(statement(Principal, Condition), trusting).map(({ id }) => id);
    assert.deepEqual(found({ AWS: ["123456789012", other] }), [other]);
    assert.deepEqual(found("*", when("aws:PrincipalOrgID", "o-own")), ["o-own"]);
    assert.deepEqual(strangersOf(statement({ AWS: other }), trusting), []);
  });

  it("cannot be told while nobody said which account is the own one", () => {
    assert.throws(() => strangersOf(statement({ AWS: other }), { ...settings, ownAccounts: [] }), Undecided);
  });
});
