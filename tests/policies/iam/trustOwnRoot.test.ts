import { account, roleArn, roleTrusting, table, trust, trustBasics } from "./documents";
import { iamTrustOwnRoot } from "../../../policies/iam/trustOwnRoot";

const root = `arn:aws:iam::${account}:root`;

describe("iam-trust-own-root", () => {
  trustBasics(iamTrustOwnRoot);
  table(iamTrustOwnRoot, [
    ["passes a named role", roleTrusting(trust({ AWS: roleArn("a") })), []],
    [
      "passes the root with a condition on the role",
      roleTrusting(trust({ AWS: root }, { ArnLike: { "aws:PrincipalArn": roleArn("a-*") } })),
      [],
    ],
    [
      "passes the root with a condition on a tag",
      roleTrusting(trust({ AWS: root }, { StringEquals: { "aws:PrincipalTag/team": "a" } })),
      [],
    ],
    ["refuses the root", roleTrusting(trust({ AWS: root })), [`sts:AssumeRole|${root}`]],
    ["refuses the account's number", roleTrusting(trust({ AWS: account })), [`sts:AssumeRole|${account}`]],
    [
      "refuses the root with MFA alone",
      roleTrusting(trust({ AWS: root }, { Bool: { "aws:MultiFactorAuthPresent": "true" } })),
      [`sts:AssumeRole|${root}`],
    ],
    ["leaves foreign accounts to another control", roleTrusting(trust({ AWS: "210987654321" })), []],
  ]);
});
