import { strict as assert } from "node:assert";
import { albTlsPolicy } from "../../../policies/elb/tlsPolicy";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:lb/listener:Listener";

describe("alb-tls-policy", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes TLS 1.3 alone", { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" }, []],
    [
      "passes a post-quantum policy",
      { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" },
      [],
    ],
    [
      "refuses what Security Hub ELB.17 leaves out: CBC cipher suites of TLS 1.2",
      { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
      ["violation sslPolicy"],
    ],
    [
      "refuses the post-quantum form of the same",
      { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09" },
      ["violation sslPolicy"],
    ],
    ["passes TCP, which passes TLS through", { protocol: "TCP", port: 443 }, []],
    ["passes HTTP, which has no policy", { protocol: "HTTP" }, []],
    [
      "refuses a policy with TLS 1.0",
      { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-0-2021-06" },
      ["violation sslPolicy"],
    ],
    ["refuses an absent policy, which AWS takes as 2016-08", { protocol: "HTTPS" }, ["violation sslPolicy"]],
    [
      "refuses an old policy of a TLS listener",
      { protocol: "TLS", sslPolicy: "ELBSecurityPolicy-2016-08" },
      ["violation sslPolicy"],
    ],
    ["cannot decide an unknown policy", { protocol: "HTTPS", sslPolicy: unknown }, ["undecided sslPolicy"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(albTlsPolicy, { type, props })), expected);
    });
  }

  for (const form of ["2021-06", "FIPS-2023-04", "PQ-2025-09", "FIPS-PQ-2025-09"]) {
    for (const strength of ["TLS13-1-3", "TLS13-1-2-Res"]) {
      it(`passes ELBSecurityPolicy-${strength}-${form}, for TLS, too`, async () => {
        const sslPolicy = `ELBSecurityPolicy-${strength}-${form}`;
        for (const protocol of ["HTTPS", "TLS"]) {
          assert.deepEqual(await judge(albTlsPolicy, { type, props: { protocol, sslPolicy } }), []);
        }
      });
    }
  }

  it("judges the other spelling of the type alike", async () => {
    const findings = await judge(albTlsPolicy, {
      type: "aws:alb/listener:Listener",
      props: { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-0-2021-06" },
    });
    assert.deepEqual(brief(findings), ["violation sslPolicy"]);
  });
});
