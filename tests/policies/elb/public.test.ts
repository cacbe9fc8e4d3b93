import { strict as assert } from "node:assert";
import { albPublic } from "../../../policies/elb/public";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:lb/loadBalancer:LoadBalancer";

describe("alb-public", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an internal load balancer", { internal: true }, []],
    ["passes one that is tagged as public", { tags: { "internet-facing": "true" } }, []],
    ["passes a gateway load balancer, which has no scheme", { loadBalancerType: "gateway" }, []],
    ["passes a declared one whatever the scheme", { internal: unknown, tags: { "internet-facing": "true" } }, []],
    ["refuses a network load balancer", { loadBalancerType: "network", internal: false }, ["violation internal"]],
    ["refuses an absent setting, which means public", {}, ["violation internal"]],
    ["cannot decide an unknown setting", { internal: unknown }, ["undecided internal"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(albPublic, { type, props })), expected);
    });
  }

  it("judges the other spelling of the type alike", async () => {
    const findings = await judge(albPublic, { type: "aws:alb/loadBalancer:LoadBalancer", props: {} });
    assert.deepEqual(brief(findings), ["violation internal"]);
  });

  it("passes one that the setting names", async () => {
    const findings = await judge(albPublic, { type, name: "edge" }, { config: { public: ["edge"] } });
    assert.deepEqual(brief(findings), []);
  });
});
