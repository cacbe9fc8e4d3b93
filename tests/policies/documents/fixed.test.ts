import { strict as assert } from "node:assert";
import { isFixed, namesResource } from "../../../policies/documents/fixed";
import { Undecided } from "../../../policies/shared/node";
import { unknown } from "../../support/policy";
import { letting } from "./statements";

const judged = (operator: string, key: string, value: unknown) => {
  const [condition] = letting("*", { [operator]: { [key]: value } }).conditions;
  assert.ok(condition);
  return isFixed(condition);
};

describe("a condition that not everybody fits", () => {
  const fixed: [operator: string, key: string, value: unknown][] = [
    ["StringEquals", "aws:PrincipalOrgID", "o-1"],
    ["StringLike", "aws:PrincipalOrgPaths", "o-1/r-1/*"],
    ["StringEquals", "aws:PrincipalOrgID", "${aws:ResourceOrgID}"],
    ["StringEquals", "aws:PrincipalAccount", "${aws:resourceaccount}"],
    ["StringLike", "aws:userId", "AROAEXAMPLE:*"],
    ["ArnLike", "aws:PrincipalArn", "arn:aws:iam::123456789012:role/*"],
    ["ArnLike", "aws:PrincipalArn", "arn:aws:iam::123456789012:user/${aws:username}"],
    ["ArnLike", "aws:SourceArn", "arn:aws:s3:*:*:shop"],
    ["ForAnyValue:StringEquals", "aws:PrincipalAccount", ["123456789012", "210987654321"]],
    ["StringLike", "aws:PrincipalOrgPaths", "${aws:ResourceOrgPaths}/*"],
    ["ArnLike", "aws:SourceArn", "arn:aws:sns:*:${aws:ResourceAccount}:*"],
    // `${*}` is a star and no wildcard.
    ["StringLike", "aws:userId", "${*}"],
    ["IpAddress", "aws:SourceIp", ["10.0.0.0/8", "192.0.2.1", "2001:db8::/32"]],
    ["IpAddress", "aws:SourceIp", "2001:db8::1"],
  ];
  for (const [operator, key, value] of fixed) {
    it(`is ${operator} ${key} ${JSON.stringify(value)}`, () => assert.equal(judged(operator, key, value), true));
  }

  const open: [operator: string, key: string, value: unknown][] = [
    ["StringLike", "aws:PrincipalOrgID", "o-*"],
    ["StringEquals", "aws:PrincipalOrgID", []],
    ["StringEquals", "aws:PrincipalOrgID", "${aws:PrincipalOrgID}"],
    ["StringLike", "aws:PrincipalOrgPaths", "*/ou-1/*"],
    ["StringEquals", "aws:SourceAccount", "${aws:PrincipalTag/account}"],
    ["StringEquals", "aws:SourceAccount", "${aws:SourceAccount, '123456789012'}"],
    ["ArnLike", "aws:PrincipalArn", "arn:aws:iam::${aws:PrincipalAccount}:role/x"],
    ["ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/x"],
    ["ArnLike", "aws:SourceArn", ["arn:aws:sns:eu-west-1:123456789012:a", "arn:aws:sns:*:*:a"]],
    ["ArnLike", "aws:SourceArn", "arn:aws:s3:*:*:*"],
    ["ArnLike", "aws:SourceArn", "arn:aws:s3:*:*:accesspoint/shop"],
    ["ArnLike", "aws:SourceArn", "arn:aws:sns:eu-west-1:12345678901?:topic"],
    ["StringEquals", "aws:PrincipalAccount", ["123456789012", "*"]],
    ["StringLike", "aws:userId", "*:session"],
    ["Null", "aws:PrincipalAccount", "false"],
    ["NotIpAddress", "aws:SourceIp", "10.0.0.0/8"],
    ["IpAddress", "aws:SourceIp", ["203.0.113.0/24", "0.0.0.0/0"]],
    ["StringNotEquals", "aws:PrincipalOrgID", "o-1"],
    ["StringEqualsIfExists", "aws:PrincipalOrgID", "o-1"],
    ["ForAllValues:StringEquals", "aws:PrincipalOrgID", "o-1"],
    ["IpAddress", "aws:SourceIp", "10.0.0.0/7"],
    ["IpAddress", "aws:SourceIp", "2001:db8::/31"],
    ["IpAddress", "aws:SourceIp", "10.0.0.0/x"],
  ];
  for (const [operator, key, value] of open) {
    it(`is not ${operator} ${key} ${JSON.stringify(value)}`, () => assert.equal(judged(operator, key, value), false));
  }
});

describe("a condition on values that are unknown", () => {
  it("cannot be told from one that everybody fits", () => {
    assert.throws(() => judged("StringEquals", "aws:PrincipalOrgID", ["o-1", unknown]), Undecided);
    assert.equal(judged("StringEquals", "aws:PrincipalOrgID", ["*", unknown]), false);
  });
});

describe("an ARN without account", () => {
  const arns: [arn: string, named: boolean][] = [
    ["arn:aws:s3:::shop", true],
    ["arn:aws:s3:::shop/*", true],
    ["arn:aws:s3:::shop/a*", true],
    ["arn:aws:s3:::shop/x/?\n", true],
    ["arn:aws:s3:::a:b", true],
    ["arn:aws:s3:::a:*", true],
    ["arn:aws:apigateway:eu-west-1::/restapis/a1/*", true],
    ["arn:aws:route53:::hostedzone/Z1", true],
    // Others can have buckets and zones whose names begin alike.
    ["arn:aws:s3:::shop*", false],
    ["arn:aws:s3:::sh?p", false],
    ["arn:aws:s3:::*/a", false],
    ["arn:aws:s3:::*", false],
    ["arn:aws:s3:::", false],
    ["arn:aws:s3:::/*", false],
    ["arn:aws:apigateway:eu-west-1::/restapis/a1*", false],
    ["arn:aws:apigateway:eu-west-1::/restapis/*", false],
    ["arn:aws:route53:::hostedzone/*", false],
    ["arn:aws:*:::shop", false],
    ["arn:aws::::shop", false],
    ["arn:aws", false],
  ];
  for (const [arn, named] of arns) {
    it(`${named ? "names" : "does not name"} its resource in ${arn}`, () => assert.equal(namesResource(arn), named));
  }
});
