import { strict as assert } from "node:assert";
import { albLogs } from "../../../policies/elb/logs";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:lb/loadBalancer:LoadBalancer";

describe("alb-logs", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes enabled logs", { accessLogs: { bucket: "logs", enabled: true } }, []],
    ["passes a gateway load balancer, which has none", { loadBalancerType: "gateway" }, []],
    ["refuses an absent block", {}, ["violation accessLogs.enabled"]],
    [
      "refuses a bucket alone, which logs nothing",
      { accessLogs: { bucket: "logs" } },
      ["violation accessLogs.enabled"],
    ],
    ["cannot decide an unknown block", { accessLogs: unknown }, ["undecided accessLogs.enabled"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(albLogs, { type, props })), expected);
    });
  }

  it("judges the other spelling of the type alike", async () => {
    const findings = await judge(albLogs, { type: "aws:alb/loadBalancer:LoadBalancer", props: {} });
    assert.deepEqual(brief(findings), ["violation accessLogs.enabled"]);
  });
});
