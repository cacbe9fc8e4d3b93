import { strict as assert } from "node:assert";
import { iamOidcThumb } from "../../../policies/iam/oidcThumb";
import { brief, judge, unknown } from "../../support/policy";

describe("iam-oidc-thumb", () => {
  const cases: [behaviour: string, clientIdLists: unknown, expected: string[]][] = [
    ["passes AWS STS alone", ["sts.amazonaws.com"], []],
    ["refuses an absent list", undefined, ["violation clientIdLists"]],
    [
      "refuses another audience beside it",
      ["sts.amazonaws.com", "https://github.com/octo"],
      ["violation clientIdLists[1]"],
    ],
    ["cannot decide an unknown list", unknown, ["undecided clientIdLists"]],
    ["cannot decide an unknown entry", ["sts.amazonaws.com", unknown], ["undecided clientIdLists[1]"]],
  ];
  for (const [behaviour, clientIdLists, expected] of cases) {
    it(behaviour, async () => {
      const provider = { type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider", props: { clientIdLists } };
      assert.deepEqual(brief(await judge(iamOidcThumb, provider)), expected);
    });
  }

  const byIssuer: [url: unknown, client: string, expected: string[]][] = [
    ["https://gitlab.com", "https://gitlab.com", []],
    ["https://gitlab.com", "https://gitlab.example.com", ["violation clientIdLists[0]"]],
    ["https://gitlab.example.com/", "https://gitlab.example.com", []],
    ["https://app.terraform.io", "aws.workload.identity", []],
    ["https://app.terraform.io", "sts.amazonaws.com", []],
    [
      "https://api.bitbucket.org/2.0/workspaces/octo/pipelines-config/identity/oidc",
      "ari:cloud:bitbucket::workspace/1f",
      [],
    ],
    ["https://oidc.circleci.com/org/1f-2e", "1f-2e", []],
    ["https://oidc.circleci.com/org/1f-2e", "3d", ["violation clientIdLists[0]"]],
    ["https://api.pulumi.com/oidc", "aws:octo", []],
    ["https://api.pulumi.com/oidc", "octo", []],
    ["https://oidc.vercel.com/octo", "https://vercel.com/octo", []],
    ["https://token.actions.githubusercontent.com", "sts.cn-north-1.amazonaws.com.cn", []],
    ["https://token.actions.githubusercontent.com", "https://github.com/octo", ["violation clientIdLists[0]"]],
    ["https://issuer.example.com", "shop", ["violation clientIdLists[0]"]],
    [undefined, "aws.workload.identity", ["violation clientIdLists[0]"]],
    [unknown, "sts.amazonaws.com", []],
    [unknown, "aws.workload.identity", ["undecided url"]],
  ];
  for (const [url, client, expected] of byIssuer) {
    it(`${expected.length === 0 ? "passes" : "does not pass"} ${client} for ${String(url)}`, async () => {
      const provider = {
        type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
        props: { url, clientIdLists: [client] },
      };
      assert.deepEqual(brief(await judge(iamOidcThumb, provider)), expected);
    });
  }
});
