import { strict as assert } from "node:assert";
import { albHsts } from "../../../policies/elb/hsts";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:lb/listener:Listener";

describe("alb-hsts", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes a header",
      { protocol: "HTTPS", routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000" },
      [],
    ],
    ["passes HTTP", { protocol: "HTTP" }, []],
    [
      "refuses an absent header",
      { protocol: "HTTPS" },
      ["violation routingHttpResponseStrictTransportSecurityHeaderValue"],
    ],
    [
      "refuses an empty header",
      { protocol: "HTTPS", routingHttpResponseStrictTransportSecurityHeaderValue: "" },
      ["violation routingHttpResponseStrictTransportSecurityHeaderValue"],
    ],
    [
      "cannot decide an unknown header",
      { protocol: "HTTPS", routingHttpResponseStrictTransportSecurityHeaderValue: unknown },
      ["undecided routingHttpResponseStrictTransportSecurityHeaderValue"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(albHsts, { type, props })), expected);
    });
  }

  it("judges the other spelling of the type alike", async () => {
    const findings = await judge(albHsts, { type: "aws:alb/listener:Listener", props: { protocol: "HTTPS" } });
    assert.deepEqual(brief(findings), ["violation routingHttpResponseStrictTransportSecurityHeaderValue"]);
  });
});
