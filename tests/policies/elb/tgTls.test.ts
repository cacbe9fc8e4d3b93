import { strict as assert } from "node:assert";
import { albTgTls } from "../../../policies/elb/tgTls";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:lb/targetGroup:TargetGroup";

describe("alb-tg-tls", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes HTTPS", { protocol: "HTTPS" }, []],
    ["passes TLS", { protocol: "TLS" }, []],
    ["passes a function", { targetType: "lambda" }, []],
    ["passes an application load balancer as target", { targetType: "alb", protocol: "TCP" }, []],
    ["passes a gateway's encapsulation", { protocol: "GENEVE" }, []],
    ["refuses UDP", { protocol: "UDP" }, ["violation protocol"]],
    ["refuses an absent protocol", {}, ["violation protocol"]],
    ["refuses HTTP", { protocol: "HTTP" }, ["violation protocol"]],
    ["cannot decide an unknown protocol", { protocol: unknown }, ["undecided protocol"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(albTgTls, { type, props })), expected);
    });
  }

  it("judges the other spelling of the type alike", async () => {
    const findings = await judge(albTgTls, { type: "aws:alb/targetGroup:TargetGroup", props: { protocol: "HTTP" } });
    assert.deepEqual(brief(findings), ["violation protocol"]);
  });
});
