import { strict as assert } from "node:assert";
import { vpcSubnetNoPublic } from "../../../policies/network/vpcSubnetNoPublic";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ec2/subnet:Subnet";

describe("vpc-subnet-no-public", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an absent setting, which means false", {}, []],
    ["passes a subnet with IPv6 alone", { ipv6Native: true, assignIpv6AddressOnCreation: true }, []],
    ["refuses public IPv4 addresses", { mapPublicIpOnLaunch: true }, ["violation mapPublicIpOnLaunch"]],
    ["refuses IPv6 addresses", { assignIpv6AddressOnCreation: true }, ["violation assignIpv6AddressOnCreation"]],
    ["cannot decide an unknown setting", { mapPublicIpOnLaunch: unknown }, ["undecided mapPublicIpOnLaunch"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(vpcSubnetNoPublic, { type, props })), expected);
    });
  }
});
