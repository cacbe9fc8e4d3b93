import { strict as assert } from "node:assert";
import { isFixed, namesResource } from "../../../policies/documents/fixed";
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
    ["IpAddress", "aws:SourceIp", ["10.0.0.0/8", "192.0.2.1", "2001:db8::/32"]],
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

describe("an ARN without account", () => {
  it("names its resource when wildcards stand behind the name", () => {
    for (const arn of ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*", "arn:aws:apigateway:eu-west-1::/restapis/a1/*"]) {
      assert.equal(namesResource(arn), true, arn);
    }
    for (const arn of [
      "arn:aws:s3:::shop*",
      "arn:aws:s3:::*",
      "arn:aws:s3:::",
      "arn:aws:*:::shop",
      "arn:aws:s3:::/*",
    ]) {
      assert.equal(namesResource(arn), false, arn);
    }
  });
});
