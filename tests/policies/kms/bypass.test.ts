import { strict as assert } from "node:assert";
import { kmsBypass } from "../../../policies/kms/bypass";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:kms/key:Key";

describe("kms-bypass", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an absent setting, which means false", {}, []],
    ["passes false", { bypassPolicyLockoutSafetyCheck: false }, []],
    ["refuses true", { bypassPolicyLockoutSafetyCheck: true }, ["violation bypassPolicyLockoutSafetyCheck"]],
    [
      "cannot decide an unknown setting",
      { bypassPolicyLockoutSafetyCheck: unknown },
      ["undecided bypassPolicyLockoutSafetyCheck"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(kmsBypass, { type, props })), expected);
    });
  }

  it("judges a policy resource alike", async () => {
    const described = { type: "aws:kms/keyPolicy:KeyPolicy", props: { bypassPolicyLockoutSafetyCheck: true } };
    assert.deepEqual(brief(await judge(kmsBypass, described)), ["violation bypassPolicyLockoutSafetyCheck"]);
  });

  for (const kind of Object.keys(kmsBypass.reads)) {
    it(`judges ${kind}`, async () => {
      const props = { bypassPolicyLockoutSafetyCheck: true };
      assert.deepEqual(brief(await judge(kmsBypass, { type: kind, props })), [
        "violation bypassPolicyLockoutSafetyCheck",
      ]);
      assert.deepEqual(await judge(kmsBypass, { type: kind }), []);
    });
  }
});
