import { strict as assert } from "node:assert";
import { sgEgress } from "../../../policies/network/sgEgress";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

describe("sg-egress", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes HTTPS to the world", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 443, toPort: 443 }, []],
    ["passes a private range", { cidrIpv4: "10.0.0.0/16", ipProtocol: "-1" }, []],
    ["passes a group", { referencedSecurityGroupId: unknown, ipProtocol: "-1" }, []],
    ["refuses everything to the world", { cidrIpv4: "0.0.0.0/0", ipProtocol: "-1" }, ["violation cidrIpv4"]],
    [
      "cannot decide an unknown protocol to the world",
      { cidrIpv4: "0.0.0.0/0", ipProtocol: unknown },
      ["undecided ipProtocol"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(sgEgress, { type, props })), expected);
    });
  }

  it("judges inline rules and the older kind of rule alike", async () => {
    const open = { cidrBlocks: ["0.0.0.0/0"], protocol: "-1", fromPort: 0, toPort: 0 };
    const inline = await judge(sgEgress, { type: "aws:ec2/securityGroup:SecurityGroup", props: { egress: [open] } });
    assert.deepEqual(brief(inline), ["violation egress[0].cidrBlocks[0]"]);
    const older = await judge(sgEgress, {
      type: "aws:ec2/securityGroupRule:SecurityGroupRule",
      props: { type: "egress", ...open },
    });
    assert.deepEqual(brief(older), ["violation cidrBlocks[0]"]);
  });
});
