import { iamTrustActions } from "../../../policies/iam/trustActions";
import { unknown } from "../../support/policy";
import { roleArn, roleTrusting, table, trust, trustBasics } from "./documents";

const deploy = { AWS: roleArn("deploy") };

describe("iam-trust-actions", () => {
  trustBasics(iamTrustActions);
  table(iamTrustActions, [
    [
      "passes assuming with tags and an identity",
      roleTrusting(trust(deploy, undefined, ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"])),
      [],
    ],
    ["passes the variants by wildcard", roleTrusting(trust(deploy, undefined, "sts:AssumeRole*")), []],
    ["passes it in any case", roleTrusting(trust(deploy, undefined, "STS:assumerole")), []],
    ["refuses all of STS", roleTrusting(trust(deploy, undefined, "sts:*")), ["sts:*|"]],
    ["refuses everything", roleTrusting(trust(deploy, undefined, "*")), ["*|"]],
    [
      "refuses other services",
      roleTrusting(trust(deploy, undefined, ["sts:AssumeRole", "s3:GetObject"])),
      ["s3:GetObject|"],
    ],
    [
      "refuses an action that AWS does not have",
      roleTrusting(trust(deploy, undefined, "sts:AssumeRoles")),
      ["sts:AssumeRoles|"],
    ],
    [
      "refuses NotAction",
      roleTrusting({ Effect: "Allow", Principal: deploy, NotAction: "sts:TagSession" }),
      [undefined],
    ],
    [
      "cannot decide an unknown action",
      roleTrusting(trust(deploy, undefined, unknown)),
      ["undecided assumeRolePolicy.Statement[0].Action"],
    ],
  ]);
});
