import { strict as assert } from "node:assert";
import { albDesync } from "../../../policies/elb/desync";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:lb/loadBalancer:LoadBalancer";

describe("alb-desync", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an absent mode, which means defensive", {}, []],
    ["passes strictest", { desyncMitigationMode: "strictest" }, []],
    ["refuses monitor", { desyncMitigationMode: "monitor" }, ["violation desyncMitigationMode"]],
    ["cannot decide an unknown mode", { desyncMitigationMode: unknown }, ["undecided desyncMitigationMode"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(albDesync, { type, props })), expected);
    });
  }

  it("judges the other spelling of the type alike", async () => {
    const findings = await judge(albDesync, {
      type: "aws:alb/loadBalancer:LoadBalancer",
      props: { desyncMitigationMode: "monitor" },
    });
    assert.deepEqual(brief(findings), ["violation desyncMitigationMode"]);
  });
});
