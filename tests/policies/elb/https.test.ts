import { strict as assert } from "node:assert";
import { albHttps } from "../../../policies/elb/https";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";

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

  for (const spelling of ["lb", "alb"]) {
    const listener = (protocol: string) => ({
      type: `aws:${spelling}/listener:Listener`,
      name: "listener",
      props: { protocol, port: 80, defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS" } }] },
    });
    const judged = async (protocol: string, ...actions: object[]) => {
      const rule = {
        type: `aws:${spelling}/listenerRule:ListenerRule`,
        name: "rule",
        props: { listenerArn: unknown, actions },
        dependsOn: { listenerArn: ["listener"] },
      };
      return brief(await judgeStack(albHttps, stackOf(listener(protocol), rule)));
    };

    it(`refuses a rule of aws:${spelling} that answers plain HTTP beside the redirect`, async () => {
      assert.deepEqual(await judged("HTTP", { type: "forward", targetGroupArn: unknown }), [
        "violation actions[0].type",
      ]);
      assert.deepEqual(await judged("HTTP", { type: "redirect", redirect: { host: "b", statusCode: "HTTP_301" } }), [
        "violation actions[0].type",
      ]);
    });

    it(`passes rules of aws:${spelling} that redirect, answer by themselves or belong to HTTPS`, async () => {
      assert.deepEqual(await judged("HTTP", { type: "redirect", redirect: { protocol: "HTTPS" } }), []);
      assert.deepEqual(await judged("HTTP", { type: "fixed-response" }), []);
      assert.deepEqual(await judged("HTTPS", { type: "forward" }), []);
      assert.deepEqual(await judged("HTTP", { type: unknown }), ["undecided actions[0].type"]);
    });
  }
});
