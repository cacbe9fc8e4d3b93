import { strict as assert } from "node:assert";
import { albDeleteProtect } from "../../../policies/elb/deleteProtect";
import { brief, judge, contextOf, resourceOf, unknown } from "../../support/policy";

const type = "aws:lb/loadBalancer:LoadBalancer";

describe("alb-delete-protect", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes protection", { enableDeletionProtection: true }, []],
    ["refuses an absent setting, which means false", {}, ["violation enableDeletionProtection"]],
    ["refuses false", { enableDeletionProtection: false }, ["violation enableDeletionProtection"]],
    ["cannot decide an unknown setting", { enableDeletionProtection: unknown }, ["undecided enableDeletionProtection"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(albDeleteProtect, { type, props })), expected);
    });
  }

  it("judges the other spelling of the type alike", async () => {
    const findings = await judge(albDeleteProtect, { type: "aws:alb/loadBalancer:LoadBalancer", props: {} });
    assert.deepEqual(brief(findings), ["violation enableDeletionProtection"]);
  });

  it("corrects by switching protection on", () => {
    const context = contextOf(albDeleteProtect);
    assert.deepEqual(albDeleteProtect.remediate?.(resourceOf({ type }), context), { enableDeletionProtection: true });
  });
});
