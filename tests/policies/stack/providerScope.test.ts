import { strict as assert } from "node:assert";
import { pulumiProviderScope } from "../../../policies/stack/providerScope";
import { brief, judge, unknown } from "../../support/policy";

const type = "pulumi:providers:aws";

describe("pulumi-provider-scope", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a provider with its account", { allowedAccountIds: '["123456789012"]', region: "eu-west-1" }, []],
    ["passes an account that is not known yet", { allowedAccountIds: unknown, region: "eu-west-1" }, []],
    ["refuses a provider without accounts", { region: "eu-west-1" }, ["violation allowedAccountIds"]],
    ["refuses an empty list", { allowedAccountIds: "[]", region: "eu-west-1" }, ["violation allowedAccountIds"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => assert.deepEqual(brief(await judge(pulumiProviderScope, { type, props })), expected));
  }

  it("refuses a region that the setting does not allow, and cannot decide an unknown one", async () => {
    const config = { allowedRegions: ["eu-west-1"] };
    const withRegion = (region: string) => ({ type, props: { allowedAccountIds: '["123456789012"]', region } });
    assert.deepEqual(await judge(pulumiProviderScope, withRegion("eu-west-1"), { config }), []);
    assert.deepEqual(brief(await judge(pulumiProviderScope, withRegion("us-east-1"), { config })), [
      "violation region",
    ]);
    assert.deepEqual(brief(await judge(pulumiProviderScope, withRegion(unknown), { config })), ["undecided region"]);
  });
});
