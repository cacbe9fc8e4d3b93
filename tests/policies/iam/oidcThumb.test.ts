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
});
