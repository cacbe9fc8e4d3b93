import { strict as assert } from "node:assert";
import { albHttps } from "../../../policies/elb/https";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:lb/listener:Listener";

describe("alb-https", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes HTTPS", { protocol: "HTTPS", defaultActions: [{ type: "forward", targetGroupArn: unknown }] }, []],
    [
      "passes HTTP that redirects to HTTPS",
      {
        protocol: "HTTP",
        defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } }],
      },
      [],
    ],
    [
      "passes TLS of a network load balancer",
      { protocol: "TLS", defaultActions: [{ type: "forward", targetGroupArn: unknown }] },
      [],
    ],
    [
      "passes the listener of a gateway load balancer, which has neither protocol nor port",
      { loadBalancerArn: unknown, defaultActions: [{ type: "forward", targetGroupArn: unknown }] },
      [],
    ],
    [
      "passes an absent protocol with a certificate, which AWS takes as HTTPS",
      {
        certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1",
        defaultActions: [{ type: "forward", targetGroupArn: unknown }],
      },
      [],
    ],
    [
      "refuses HTTP that forwards",
      { protocol: "HTTP", defaultActions: [{ type: "forward", targetGroupArn: unknown }] },
      ["violation protocol"],
    ],
    [
      "refuses an absent protocol without a certificate",
      { defaultActions: [{ type: "forward", targetGroupArn: unknown }] },
      ["violation protocol"],
    ],
    [
      "refuses a redirect that stays on HTTP",
      { protocol: "HTTP", defaultActions: [{ type: "redirect", redirect: { statusCode: "HTTP_301" } }] },
      ["violation protocol"],
    ],
    [
      "cannot decide an unknown protocol",
      { protocol: unknown, defaultActions: [{ type: "forward", targetGroupArn: unknown }] },
      ["undecided protocol"],
    ],
    ["cannot decide an unknown action", { protocol: "HTTP", defaultActions: unknown }, ["undecided defaultActions"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(albHttps, { type, props })), expected);
    });
  }

  it("judges the other spelling of the type alike", async () => {
    const findings = await judge(albHttps, {
      type: "aws:alb/listener:Listener",
      props: { protocol: "HTTP", defaultActions: [{ type: "forward", targetGroupArn: unknown }] },
    });
    assert.deepEqual(brief(findings), ["violation protocol"]);
  });
});
