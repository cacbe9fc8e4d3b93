import { strict as assert } from "node:assert";
import { albRedirect } from "../../../policies/elb/redirect";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:lb/listener:Listener";

describe("alb-redirect", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes a permanent redirect",
      {
        protocol: "HTTP",
        defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } }],
      },
      [],
    ],
    ["passes HTTPS", { protocol: "HTTPS", defaultActions: [{ type: "forward", targetGroupArn: unknown }] }, []],
    [
      "leaves a listener that does not redirect to alb-https",
      { protocol: "HTTP", defaultActions: [{ type: "forward", targetGroupArn: unknown }] },
      [],
    ],
    [
      "refuses a temporary redirect",
      {
        protocol: "HTTP",
        defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_302" } }],
      },
      ["violation defaultActions[0].redirect.statusCode"],
    ],
    [
      "cannot decide an unknown status",
      { protocol: "HTTP", defaultActions: [{ type: "redirect", redirect: { statusCode: unknown } }] },
      ["undecided defaultActions[0].redirect.statusCode"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(albRedirect, { type, props })), expected);
    });
  }

  it("judges the other spelling of the type alike", async () => {
    const findings = await judge(albRedirect, {
      type: "aws:alb/listener:Listener",
      props: {
        protocol: "HTTP",
        defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_302" } }],
      },
    });
    assert.deepEqual(brief(findings), ["violation defaultActions[0].redirect.statusCode"]);
  });
});
