import { strict as assert } from "node:assert";
import { foreignAccounts } from "../../../policies/documents/accounts";
import { parseDocument } from "../../../policies/documents/document";
import { serviceName, servicePrincipals } from "../../../policies/documents/principals";
import { publicPrincipal } from "../../../policies/documents/publicAccess";
import { sourceOf, sourceOfAccount, sourceOfArn } from "../../../policies/documents/sources";
import type { Statement } from "../../../policies/documents/statement";
import { Node, Undecided } from "../../../policies/shared/node";
import { iamTrustPublic } from "../../../policies/iam/trustPublic";
import { contextOf } from "../../support/policy";

const { settings } = contextOf(iamTrustPublic);
const statement = (Principal: unknown, Condition?: object): Statement => {
  const written = { Effect: "Allow", Principal, Action: "sns:Publish", Resource: "*", Condition };
  return parseDocument(new Node({ Statement: [written] }, "policy")).statements[0] as Statement;
};
const when = (operator: string, key: string, value: unknown) => ({ [operator]: { [key]: value } });

describe("who a statement is for", () => {
  const publicOnes: [Principal: unknown, Condition: object | undefined, isPublic: boolean][] = [
    ["*", undefined, true],
    [{ AWS: "*" }, undefined, true],
    [{ AWS: "123456789012" }, undefined, false],
    ["*", when("StringEquals", "aws:SourceAccount", "123456789012"), false],
    ["*", when("StringLike", "aws:SourceAccount", "*"), true],
    ["*", when("ArnLike", "aws:SourceArn", "arn:aws:s3:::shop"), false],
    ["*", when("ArnLike", "aws:SourceArn", "arn:aws:s3:::*"), true],
    ["*", when("ArnLike", "aws:SourceArn", "arn:aws:events:*:*:rule/a"), true],
    ["*", when("StringEquals", "aws:SourceVpce", "vpce-1"), false],
    ["*", when("StringEquals", "aws:VpceAccount", "123456789012"), false],
    ["*", when("StringLike", "aws:VpceAccount", "*"), true],
    ["*", when("StringEquals", "aws:VpceOrgID", "o-own"), false],
    ["*", when("IpAddress", "aws:SourceIp", "203.0.113.0/24"), false],
    ["*", when("IpAddress", "aws:SourceIp", ["203.0.113.0/24", "0.0.0.0/0"]), true],
    ["*", when("Bool", "aws:SecureTransport", "true"), true],
  ];
  for (const [principal, condition, expected] of publicOnes) {
    it(`${expected ? "is" : "is not"} public: ${JSON.stringify(principal)} ${JSON.stringify(condition) ?? ""}`, () => {
      assert.equal(publicPrincipal(statement(principal, condition)) !== undefined, expected);
    });
  }

  it("finds foreign accounts, not own and trusted ones", () => {
    const principals = { AWS: ["123456789012", "arn:aws:iam::210987654321:role/a", "arn:aws:iam::333333333333:root"] };
    const found = foreignAccounts(statement(principals), { ...settings, trustedAccounts: ["333333333333"] });
    assert.deepEqual(
      found.map(({ account }) => account),
      ["210987654321"],
    );
    assert.throws(() => foreignAccounts(statement(principals), { ...settings, ownAccounts: [] }), Undecided);
  });

  it("reads service principals without region and partition", () => {
    assert.equal(serviceName("Logs.eu-west-1.amazonaws.com"), "logs.amazonaws.com");
    assert.equal(serviceName("codedeploy.cn-north-1.amazonaws.com.cn"), "codedeploy.amazonaws.com");
    assert.equal(serviceName("pullthroughcache.ecr.amazonaws.com"), "pullthroughcache.ecr.amazonaws.com");
    const services = servicePrincipals(statement({ Service: ["sns.amazonaws.com"], AWS: "*" }));
    assert.deepEqual(
      services.map(({ service }) => service),
      ["sns.amazonaws.com"],
    );
  });

  const own = "123456789012";
  const other = "210987654321";
  const sources: [operator: string, key: string, value: unknown, source: "own" | "wrong" | undefined][] = [
    ["StringEquals", "aws:SourceAccount", own, "own"],
    ["StringEquals", "aws:SourceOwner", own, "own"],
    ["StringEquals", "aws:SourceAccount", "333333333333", "own"],
    ["StringEquals", "aws:SourceAccount", other, "wrong"],
    ["StringEquals", "aws:SourceAccount", [own, other], "wrong"],
    ["StringEquals", "aws:SourceAccount", [], undefined],
    ["StringLike", "aws:SourceAccount", "*", undefined],
    ["StringLike", "aws:SourceAccount", [other, "*"], undefined],
    ["StringNotEquals", "aws:SourceAccount", own, undefined],
    ["StringEqualsIfExists", "aws:SourceAccount", own, undefined],
    ["StringEquals", "aws:PrincipalAccount", own, undefined],
    ["StringEquals", "aws:SourceAccount", "${aws:ResourceAccount}", "own"],
    ["StringEquals", "aws:SourceAccount", "${aws:PrincipalAccount}", undefined],
    ["StringEquals", "aws:SourceAccount", "${aws:ResourceAccount}0", undefined],
    ["StringEquals", "aws:SourceAccount", "0${aws:ResourceAccount}", "wrong"],
    ["ArnLike", "aws:SourceArn", `arn:aws:sns:*:${own}:*`, "own"],
    ["ArnLike", "aws:SourceArn", `arn:aws:sns:*:${other}:*`, "wrong"],
    ["ArnLike", "aws:SourceArn", "arn:aws:sns:eu-west-1:*:topic", undefined],
    ["ArnLike", "aws:SourceArn", "arn:aws:s3:::shop", "own"],
    ["ArnLike", "aws:SourceArn", "arn:aws:s3:::shop*", undefined],
    // What is no ARN fits none.
    ["StringEquals", "aws:SourceArn", own, undefined],
    ["ArnLike", "aws:SourceArn", "*", undefined],
    ["StringEquals", "aws:SourceOrgID", "o-own", "own"],
    ["StringEquals", "aws:SourceOrgID", "o-other", "wrong"],
    ["StringLike", "aws:SourceOrgID", "o-*", undefined],
    ["StringLike", "aws:SourceOrgPaths", "o-own/r-1/*", "own"],
    ["StringLike", "aws:SourceOrgPaths", "o-other/r-1/*", "wrong"],
    ["StringLike", "aws:SourceOrgPaths", "${aws:ResourceOrgPaths}", "own"],
    ["StringLike", "aws:SourceOrgPaths", "${aws:ResourceOrgPaths}*", undefined],
    ["StringLike", "aws:SourceOrgPaths", "o${aws:ResourceOrgID}", "wrong"],
    ["StringEquals", "aws:SourceOrgID", "${aws:ResourceOrgID}", "own"],
    ["StringEquals", "aws:SourceOrgID", "${aws:PrincipalOrgID}", undefined],
  ];
  for (const [operator, key, value, source] of sources) {
    it(`takes ${operator} ${key} ${JSON.stringify(value)} as ${source ?? "no"} source`, () => {
      const trusting = { ...settings, trustedAccounts: ["333333333333"], trustedOrganizations: ["o-own"] };
      const asked = statement({ Service: "sns.amazonaws.com" }, when(operator, key, value));
      assert.equal(sourceOf(asked, trusting), source);
    });
  }

  it("tells whose an account or an ARN is", () => {
    const found = [own, "${aws:ResourceAccount}", other, "*"].map((text) => sourceOfAccount(text, settings));
    assert.deepEqual(found, ["own", "own", "wrong", undefined]);
    const arns = ["arn:aws:s3:::shop", `arn:aws:sns:eu-west-1:${own}:topic`, `arn:aws:sns:eu-west-1:${other}:topic`];
    assert.deepEqual(
      arns.map((arn) => sourceOfArn(arn, settings)),
      ["own", "own", "wrong"],
    );
  });

  it("takes one wrong account among the conditions as wrong", () => {
    const condition = {
      StringEquals: { "aws:SourceAccount": "123456789012", "aws:SourceArn": "arn:aws:sns:eu-west-1:210987654321:a" },
    };
    assert.equal(sourceOf(statement({ Service: "sns.amazonaws.com" }, condition), settings), "wrong");
  });
});
