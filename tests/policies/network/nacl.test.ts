import { strict as assert } from "node:assert";
import { nacl } from "../../../policies/network/nacl";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ec2/networkAcl:NetworkAcl";

describe("nacl", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes HTTPS from the world",
      { ingress: [{ action: "allow", protocol: "tcp", cidrBlock: "0.0.0.0/0", fromPort: 443, toPort: 443 }] },
      [],
    ],
    [
      "passes a denial",
      { ingress: [{ action: "deny", protocol: "-1", cidrBlock: "0.0.0.0/0", fromPort: 0, toPort: 0 }] },
      [],
    ],
    [
      "passes SSH from a range",
      { ingress: [{ action: "allow", protocol: "tcp", cidrBlock: "10.0.0.0/8", fromPort: 22, toPort: 22 }] },
      [],
    ],
    [
      "passes ICMP, which has no ports",
      { ingress: [{ action: "allow", protocol: "icmp", cidrBlock: "0.0.0.0/0", icmpType: -1, icmpCode: -1 }] },
      [],
    ],
    ["passes no rules", {}, []],
    [
      "refuses everything from the world",
      { ingress: [{ action: "allow", protocol: "-1", cidrBlock: "0.0.0.0/0", fromPort: 0, toPort: 0 }] },
      ["violation ingress[0].cidrBlock"],
    ],
    [
      "refuses RDP from the IPv6 world",
      { ingress: [{ action: "allow", protocol: "6", ipv6CidrBlock: "::/0", fromPort: 3000, toPort: 4000 }] },
      ["violation ingress[0].ipv6CidrBlock"],
    ],
    [
      "cannot decide an unknown action",
      { ingress: [{ action: unknown, protocol: "-1", cidrBlock: "0.0.0.0/0" }] },
      ["undecided ingress[0].action"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(nacl, { type, props })), expected);
    });
  }

  it("judges a rule resource alike, and passes egress", async () => {
    const props = { ruleAction: "allow", protocol: "-1", cidrBlock: "0.0.0.0/0", fromPort: 0, toPort: 0 };
    const rule = (egress: boolean) =>
      judge(nacl, { type: "aws:ec2/networkAclRule:NetworkAclRule", props: { ...props, egress } });
    assert.deepEqual(brief(await rule(false)), ["violation cidrBlock"]);
    assert.deepEqual(brief(await rule(true)), []);
  });
});
