import { strict as assert } from "node:assert";
import { isFixed, namesResource } from "../../../policies/documents/fixed";
import { Undecided } from "../../../policies/shared/node";
import { unknown } from "../../support/policy";
import { foreign, own, statementOf } from "./statements";

const fixes = (operator: string, key: string, value: unknown): boolean => {
  const [condition] = statementOf({ Condition: { [operator]: { [key]: value } } }).conditions;
  assert.ok(condition);
  return isFixed(condition);
};

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html, "The meaning of public"
describe("conditions with fixed values", () => {
  const account = "aws:PrincipalAccount";
  const arn = "aws:SourceArn";
  const ip = "aws:SourceIp";
  const cases: [operator: string, key: string, value: unknown, fixed: boolean][] = [
    ["StringEquals", account, own, true],
    ["StringEquals", account, [own, foreign], true],
    ["StringEquals", account, [own, "*"], false],
    ["StringEquals", account, [], false],
    ["StringLike", account, "12345*", false],
    ["ForAnyValue:StringEquals", account, own, true],
    ["ForAllValues:StringEquals", account, own, false],
    ["StringEqualsIfExists", account, own, false],
    ["StringNotEquals", account, own, false],
    ["Null", account, "false", false],
    // The organization fixes a path below it.
    ["StringLike", "aws:PrincipalOrgPaths", "o-own/*", true],
    ["StringLike", "aws:PrincipalOrgPaths", "o-*/ou-1/*", false],
    ["StringLike", "aws:userid", "AROAEXAMPLE:*", true],
    ["StringLike", "aws:userid", "*:session", false],
    ["ArnLike", arn, `arn:aws:sns:*:${own}:*`, true],
    ["ArnLike", arn, "arn:aws:sns:eu-west-1:*:topic", false],
    ["ArnLike", arn, `arn:aws:sns:eu-west-1:12345678901?:topic`, false],
    ["ArnLike", arn, "arn:aws:s3:::shop", true],
    ["ArnLike", arn, "arn:aws:s3:::*", false],
    ["ArnLike", arn, "*", false],
    ["ArnLike", arn, [`arn:aws:sns:*:${own}:*`, "arn:aws:s3:::*"], false],
    // What the caller brings along fits every caller; what belongs to the resource does not.
    ["StringEquals", account, "${aws:PrincipalAccount}", false],
    ["StringEquals", account, "${aws:username}", false],
    ["StringEquals", account, "${aws:ResourceAccount}", true],
    ["StringEquals", "aws:PrincipalOrgID", "${AWS:resourceorgid}", true],
    ["StringLike", "aws:PrincipalOrgPaths", "${aws:ResourceOrgPaths}/*", true],
    ["ArnLike", arn, "arn:aws:sns:*:${aws:PrincipalAccount}:*", false],
    ["ArnLike", arn, "arn:aws:sns:*:${aws:ResourceAccount}:*", true],
    ["StringEquals", account, "${*}", true],
    ["IpAddress", ip, "203.0.113.7", true],
    ["IpAddress", ip, "10.0.0.0/8", true],
    ["IpAddress", ip, "10.0.0.0/7", false],
    ["IpAddress", ip, "0.0.0.0/0", false],
    ["IpAddress", ip, "2001:db8::/32", true],
    ["IpAddress", ip, "2001:db8::1", true],
    ["IpAddress", ip, "2001:db8::/31", false],
    ["IpAddress", ip, "2001:db8::/16", false],
    ["IpAddress", ip, ["203.0.113.0/24", "0.0.0.0/0"], false],
    ["NotIpAddress", ip, "10.0.0.0/8", false],
  ];
  for (const [operator, key, value, expected] of cases) {
    it(`${expected ? "are" : "are not"} ${operator} ${key} ${JSON.stringify(value)}`, () => {
      assert.equal(fixes(operator, key, value), expected);
    });
  }

  it("cannot be told while a value is unknown", () => {
    assert.throws(() => fixes("StringEquals", account, [own, unknown]), Undecided);
    assert.equal(fixes("StringEquals", account, ["*", unknown]), false);
  });

  const names: [arn: string, named: boolean][] = [
    ["arn:aws:s3:::shop", true],
    ["arn:aws:s3:::shop/*", true],
    ["arn:aws:s3:::shop/a*", true],
    ["arn:aws:s3:::shop/x/?", true],
    // Others can make buckets whose names begin alike.
    ["arn:aws:s3:::shop*", false],
    ["arn:aws:s3:::sh?p", false],
    ["arn:aws:s3:::*", false],
    ["arn:aws:s3:::*/a", false],
    ["arn:aws:s3:::/*", false],
    ["arn:aws:s3:::", false],
    ["arn:aws:*:::shop", false],
    ["arn:aws::::shop", false],
    ["arn:aws", false],
    ["arn:aws:apigateway:eu-west-1::/restapis/a1b2/*", true],
    ["arn:aws:apigateway:eu-west-1::/restapis:*", true],
    ["arn:aws:apigateway:eu-west-1::/*", false],
  ];
  for (const [written, expected] of names) {
    it(`${expected ? "name" : "do not name"} one resource in ${written}`, () => {
      assert.equal(namesResource(written), expected);
    });
  }
});
