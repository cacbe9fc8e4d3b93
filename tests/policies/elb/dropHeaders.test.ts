import { strict as assert } from "node:assert";
import { albDropHeaders } from "../../../policies/elb/dropHeaders";
import { brief, judge, contextOf, resourceOf, unknown } from "../../support/policy";

const type = "aws:lb/loadBalancer:LoadBalancer";

describe("alb-drop-headers", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes when invalid headers are dropped", { dropInvalidHeaderFields: true }, []],
    ["passes a network load balancer, which reads no headers", { loadBalancerType: "network" }, []],
    ["refuses an absent setting, which means false", {}, ["violation dropInvalidHeaderFields"]],
    ["refuses false", { dropInvalidHeaderFields: false }, ["violation dropInvalidHeaderFields"]],
    ["cannot decide an unknown setting", { dropInvalidHeaderFields: unknown }, ["undecided dropInvalidHeaderFields"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(albDropHeaders, { type, props })), expected);
    });
  }

  it("judges the other spelling of the type alike", async () => {
    const findings = await judge(albDropHeaders, { type: "aws:alb/loadBalancer:LoadBalancer", props: {} });
    assert.deepEqual(brief(findings), ["violation dropInvalidHeaderFields"]);
  });

  it("corrects an application load balancer only", () => {
    const corrected = (props: object) =>
      albDropHeaders.remediate?.(resourceOf({ type, props }), contextOf(albDropHeaders));
    assert.deepEqual(corrected({}), { dropInvalidHeaderFields: true });
    assert.equal(corrected({ loadBalancerType: "network" }), undefined);
  });
});
