import { strict as assert } from "node:assert";
import { cpWebhook } from "../../../policies/codepipeline/webhook";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codepipeline/webhook:Webhook";
const ip = (allowedIpRange?: unknown) => ({ authentication: "IP", authenticationConfiguration: { allowedIpRange } });

describe("cp-webhook", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes requests that GitHub signs",
      { authentication: "GITHUB_HMAC", authenticationConfiguration: { secretToken: unknown } },
      [],
    ],
    ["passes agreed addresses", ip("192.0.2.0/24"), []],
    ["passes an absent range, which AWS refuses", ip(), []],
    ["refuses everybody", { authentication: "UNAUTHENTICATED" }, ["violation authentication"]],
    ["refuses all addresses", ip("0.0.0.0/0"), ["violation authenticationConfiguration.allowedIpRange"]],
    ["cannot decide an unknown kind", { authentication: unknown }, ["undecided authentication"]],
    ["cannot decide an unknown range", ip(unknown), ["undecided authenticationConfiguration.allowedIpRange"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cpWebhook, { type, props })), expected);
    });
  }

  it("never shows the secret", async () => {
    const props = { authentication: "UNAUTHENTICATED", authenticationConfiguration: { secretToken: "swordfish" } };
    const findings = await judge(cpWebhook, { type, props, secrets: ["authenticationConfiguration.secretToken"] });
    assert.equal(findings.length, 1);
    assert.ok(!JSON.stringify(findings).includes("swordfish"));
  });
});
