import { iamTrustOidc } from "../../../policies/iam/trustOidc";
import { unknown } from "../../support/policy";
import { account, roleTrusting, table, trust, trustBasics } from "./documents";

const host = "token.actions.githubusercontent.com";
const provider = { Federated: `arn:aws:iam::${account}:oidc-provider/${host}` };
const action = "sts:AssumeRoleWithWebIdentity";
const claims = (sub: unknown, aud: unknown = "sts.amazonaws.com", operator = "StringLike") => ({
  ...(aud !== undefined && { StringEquals: { [`${host}:aud`]: aud } }),
  ...(sub !== undefined && { [operator]: { [`${host}:sub`]: sub } }),
});
const github = (...parts: Parameters<typeof claims>) => roleTrusting(trust(provider, claims(...parts), action));
const found = [`${action}|${host}`];
const main = "repo:octo/shop:ref:refs/heads/main";

describe("iam-trust-oidc", () => {
  trustBasics(iamTrustOidc);
  table(iamTrustOidc, [
    ["passes one branch", github(main), []],
    ["passes one environment", github("repo:octo/shop:environment:prod"), []],
    ["passes a list of branches", github([main, "repo:octo/shop:ref:refs/tags/*"]), []],
    [
      "passes a provider that this stack creates",
      roleTrusting(trust({ Federated: unknown }, claims(main), action)),
      [],
    ],
    [
      "passes SAML",
      roleTrusting(
        trust({ Federated: `arn:aws:iam::${account}:saml-provider/a` }, undefined, "sts:AssumeRoleWithSAML"),
      ),
      [],
    ],
    ["refuses everything of a repository", github("repo:octo/shop:*"), found],
    ["refuses an owner", github("repo:octo/*"), found],
    ["refuses an open owner", github("repo:*/shop:ref:refs/heads/main"), found],
    ["refuses everything", github("*"), found],
    ["refuses a missing subject", github(undefined), found],
    [
      "refuses a missing audience",
      roleTrusting(trust(provider, { StringLike: { [`${host}:sub`]: main } }, action)),
      found,
    ],
    ["refuses an open audience", github(main, "*"), found],
    ["refuses one open subject among good ones", github([main, "repo:octo/*"]), found],
    ["refuses ForAllValues", github(main, "sts.amazonaws.com", "ForAllValues:StringLike"), found],
    [
      "refuses claims of another provider",
      roleTrusting(trust(provider, { StringEquals: { "gitlab.com:aud": "a", "gitlab.com:sub": "b" } }, action)),
      found,
    ],
    [
      "refuses an unknown provider without claims",
      roleTrusting(trust({ Federated: unknown }, undefined, action)),
      [`${action}|<provider>`],
    ],
    [
      "cannot decide an unknown subject",
      github(unknown),
      [`undecided assumeRolePolicy.Statement[0].Condition.StringLike["${host}:sub"]`],
    ],
    [
      "judges every statement",
      roleTrusting(trust(provider, claims(main), action), trust(provider, claims("*"), action)),
      found,
    ],
  ]);
});
