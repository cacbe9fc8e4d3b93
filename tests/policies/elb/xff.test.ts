import { strict as assert } from "node:assert";
import { albXff } from "../../../policies/elb/xff";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:lb/loadBalancer:LoadBalancer";

describe("alb-xff", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes any explicit mode", { xffHeaderProcessingMode: "remove" }, []],
    ["passes a mode that is not known yet", { xffHeaderProcessingMode: unknown }, []],
    ["passes a network load balancer", { loadBalancerType: "network" }, []],
    ["refuses an absent mode", {}, ["violation xffHeaderProcessingMode"]],
    ["cannot decide an unknown type of load balancer", { loadBalancerType: unknown }, ["undecided loadBalancerType"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(albXff, { type, props })), expected);
    });
  }

  it("judges the other spelling of the type alike", async () => {
    const findings = await judge(albXff, { type: "aws:alb/loadBalancer:LoadBalancer", props: {} });
    assert.deepEqual(brief(findings), ["violation xffHeaderProcessingMode"]);
  });
});
