import { iamTrustPublic } from "../../../policies/iam/trustPublic";
import { unknown } from "../../support/policy";
import { roleArn, roleTrusting, table, trust, trustBasics } from "./documents";

describe("iam-trust-public", () => {
  trustBasics(iamTrustPublic);
  table(iamTrustPublic, [
    ["passes a named role", roleTrusting(trust({ AWS: roleArn("a") })), []],
    ["passes a principal that this stack creates", roleTrusting(trust({ AWS: unknown })), []],
    [
      "passes everyone of an organization",
      roleTrusting(trust("*", { StringEquals: { "aws:PrincipalOrgID": "o-a" } })),
      [],
    ],
    ["refuses everyone", roleTrusting(trust("*")), ["sts:AssumeRole|*"]],
    ["refuses everyone in a list", roleTrusting(trust({ AWS: [roleArn("a"), "*"] })), ["sts:AssumeRole|*"]],
    [
      "refuses every account's root",
      roleTrusting(trust({ AWS: "arn:aws:iam::*:root" })),
      ["sts:AssumeRole|arn:aws:iam::*:root"],
    ],
    [
      "refuses everyone with an external id",
      roleTrusting(trust("*", { StringEquals: { "sts:ExternalId": "a" } })),
      ["sts:AssumeRole|*"],
    ],
    [
      "refuses a negative condition",
      roleTrusting(trust("*", { StringNotEquals: { "aws:PrincipalOrgID": "o-a" } })),
      ["sts:AssumeRole|*"],
    ],
    [
      "refuses an organization by pattern",
      roleTrusting(trust("*", { StringLike: { "aws:PrincipalOrgID": "o-*" } })),
      ["sts:AssumeRole|*"],
    ],
    [
      "cannot decide an unknown organization",
      roleTrusting(trust("*", { StringEquals: { "aws:PrincipalOrgID": unknown } })),
      ['undecided assumeRolePolicy.Statement[0].Condition.StringEquals["aws:PrincipalOrgID"]'],
    ],
  ]);
});
