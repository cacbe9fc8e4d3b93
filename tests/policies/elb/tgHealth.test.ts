import { strict as assert } from "node:assert";
import { albTgHealth } from "../../../policies/elb/tgHealth";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:lb/targetGroup:TargetGroup";

describe("alb-tg-health", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a path", { protocol: "HTTP", healthCheck: { path: "/healthz" } }, []],
    ["passes a function, which has no health check", { targetType: "lambda" }, []],
    ["passes a TCP group with a check", { protocol: "TCP", healthCheck: { protocol: "TCP" } }, []],
    ["passes TCP, whose connections AWS checks by itself", { protocol: "TCP" }, []],
    ["refuses HTTPS without a check", { protocol: "HTTPS" }, ["violation healthCheck.path"]],
    ["refuses an absent check", { protocol: "HTTP" }, ["violation healthCheck.path"]],
    [
      "refuses a check without a path",
      { protocol: "HTTP", healthCheck: { interval: 10 } },
      ["violation healthCheck.path"],
    ],
    [
      "refuses a check that is switched off",
      { protocol: "HTTP", healthCheck: { enabled: false } },
      ["violation healthCheck.enabled"],
    ],
    ["cannot decide an unknown check", { protocol: "HTTP", healthCheck: unknown }, ["undecided healthCheck.enabled"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(albTgHealth, { type, props })), expected);
    });
  }

  it("judges the other spelling of the type alike", async () => {
    const findings = await judge(albTgHealth, { type: "aws:alb/targetGroup:TargetGroup", props: { protocol: "HTTP" } });
    assert.deepEqual(brief(findings), ["violation healthCheck.path"]);
  });
});
