import { iamTrustForeign } from "../../../policies/iam/trustForeign";
import { roleArn, roleTrusting, table, trust, trustBasics } from "./documents";

const other = "210987654321";
const foreign = { AWS: `arn:aws:iam::${other}:root` };

describe("iam-trust-foreign", () => {
  trustBasics(iamTrustForeign);
  table(iamTrustForeign, [
    ["passes the own account", roleTrusting(trust({ AWS: roleArn("a") })), []],
    ["passes an external id", roleTrusting(trust(foreign, { StringEquals: { "sts:ExternalId": "a" } })), []],
    ["passes an organization", roleTrusting(trust(foreign, { StringEquals: { "aws:PrincipalOrgID": "o-a" } })), []],
    ["refuses a foreign account", roleTrusting(trust(foreign)), [`sts:AssumeRole|${other}`]],
    ["refuses a foreign role", roleTrusting(trust({ AWS: roleArn("a", other) })), [`sts:AssumeRole|${other}`]],
    ["refuses an account by number", roleTrusting(trust({ AWS: other })), [`sts:AssumeRole|${other}`]],
    [
      "refuses any external id",
      roleTrusting(trust(foreign, { StringLike: { "sts:ExternalId": "*" } })),
      [`sts:AssumeRole|${other}`],
    ],
    [
      "refuses an external id that may be missing",
      roleTrusting(trust(foreign, { StringEqualsIfExists: { "sts:ExternalId": "a" } })),
      [`sts:AssumeRole|${other}`],
    ],
    [
      "refuses a foreign account named by a condition",
      roleTrusting(trust("*", { StringEquals: { "aws:PrincipalAccount": other } })),
      [`sts:AssumeRole|${other}`],
    ],
  ]);
  table(iamTrustForeign, [["passes a trusted account", roleTrusting(trust(foreign)), []]], {
    trustedAccounts: [other],
  });
  table(
    iamTrustForeign,
    [
      [
        "refuses an organization that nobody trusts",
        roleTrusting(trust(foreign, { StringEquals: { "aws:PrincipalOrgID": "o-a" } })),
        [`sts:AssumeRole|${other}`],
      ],
    ],
    { trustedOrganizations: ["o-b"] },
  );
  table(
    iamTrustForeign,
    [
      [
        "cannot decide while nobody said which account is the own one",
        roleTrusting(trust(foreign)),
        ["undecided assumeRolePolicy.Statement[0].Principal.AWS"],
      ],
    ],
    { ownAccounts: [] },
  );
});
