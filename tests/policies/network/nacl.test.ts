import { strict as assert } from "node:assert";
import { nacl } from "../../../policies/network/nacl";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:ec2/networkAcl:NetworkAcl";
const world = { action: "allow", protocol: "tcp", cidrBlock: "0.0.0.0/0" };
const everything = { action: "allow", protocol: "-1", cidrBlock: "0.0.0.0/0", fromPort: 0, toPort: 0 };

describe("nacl", () => {
  const cases: [behaviour: string, ingress: unknown, expected: string[]][] = [
    ["passes HTTPS from the world", [{ ...world, fromPort: 443, toPort: 443 }], []],
    ["passes a denial", [{ ...everything, action: "deny" }], []],
    ["passes SSH from a range", [{ ...world, cidrBlock: "10.0.0.0/8", fromPort: 22, toPort: 22 }], []],
    ["passes ICMP, which has no ports", [{ ...world, protocol: "icmp", icmpType: -1, icmpCode: -1 }], []],
    ["passes a protocol without ports", [{ ...world, protocol: "50", fromPort: 0, toPort: 0 }], []],
    ["passes answers over UDP", [{ ...world, protocol: "udp", fromPort: 1024, toPort: 65535 }], []],
    ["passes no rules", undefined, []],
    ["refuses everything from the world", [everything], ["violation ingress[0].cidrBlock"]],
    ["refuses half of the world", [{ ...everything, cidrBlock: "0.0.0.0/1" }], ["violation ingress[0].cidrBlock"]],
    [
      "refuses ports as texts",
      [{ ...world, protocol: "6", fromPort: "22", toPort: "22" }],
      ["violation ingress[0].cidrBlock"],
    ],
    [
      "refuses every port of UDP",
      [{ ...world, protocol: "17", fromPort: 0, toPort: 65535 }],
      ["violation ingress[0].cidrBlock"],
    ],
    [
      "refuses RDP from the IPv6 world",
      [{ action: "allow", protocol: "6", ipv6CidrBlock: "::/0", fromPort: 3000, toPort: 4000 }],
      ["violation ingress[0].ipv6CidrBlock"],
    ],
    [
      "passes what an earlier rule denies",
      [
        { ...world, action: "deny", ruleNo: 90, fromPort: 22, toPort: 22 },
        { ...world, action: "deny", ruleNo: "91", fromPort: 3389, toPort: 3389 },
        { ...everything, ruleNo: 100 },
      ],
      [],
    ],
    [
      "refuses what only a later rule denies",
      [
        { ...world, ruleNo: 80, fromPort: 22, toPort: 22 },
        { ...everything, action: "deny", ruleNo: 90 },
      ],
      ["violation ingress[0].cidrBlock"],
    ],
    [
      "refuses RDP where only SSH is denied, and what is denied to another family",
      [
        { ...world, action: "deny", ruleNo: 90, fromPort: 22, toPort: 22 },
        { action: "deny", protocol: "-1", ruleNo: 91, ipv6CidrBlock: "::/0" },
        { ...everything, ruleNo: 100 },
      ],
      ["violation ingress[2].cidrBlock"],
    ],
    ["cannot decide an unknown action", [{ ...everything, action: unknown }], ["undecided ingress[0].action"]],
    ["cannot decide unknown rules", unknown, ["undecided ingress"]],
  ];
  for (const [behaviour, ingress, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(nacl, { type, props: { ingress } })), expected);
    });
  }

  const rule = (name: string, props: object) => ({
    type: "aws:ec2/networkAclRule:NetworkAclRule",
    name,
    props: { ruleAction: "allow", protocol: "-1", cidrBlock: "0.0.0.0/0", networkAclId: unknown, ...props },
    dependsOn: { networkAclId: ["acl"] },
  });
  const inStack = (...rules: ReturnType<typeof rule>[]) => judgeStack(nacl, stackOf({ type, name: "acl" }, ...rules));

  it("judges a rule resource alike, and passes egress", async () => {
    assert.deepEqual(brief(await inStack(rule("open", { egress: false }))), ["violation cidrBlock"]);
    assert.deepEqual(brief(await inStack(rule("out", { egress: true }))), []);
  });

  it("passes a rule resource when another one of the same ACL denies it before", async () => {
    const denial = rule("denial", { ruleAction: "deny", ruleNumber: 10 });
    assert.deepEqual(await inStack(denial, rule("open", { ruleNumber: 20 })), []);
    const elsewhere = { ...denial, dependsOn: { networkAclId: ["other"] } };
    const stack = stackOf({ type, name: "acl" }, { type, name: "other" }, elsewhere, rule("open", { ruleNumber: 20 }));
    assert.deepEqual(brief(await judgeStack(nacl, stack)), ["violation cidrBlock"]);
  });

  it("leaves the default ACL alone, whose rules are AWS's own", () => {
    assert.ok(!("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl" in nacl.reads));
  });
});
