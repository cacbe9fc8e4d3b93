import { strict as assert } from "node:assert";
import { vpcEndpointDns } from "../../../policies/network/vpcEndpointDns";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ec2/vpcEndpoint:VpcEndpoint";

describe("vpc-endpoint-dns", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes private DNS", { vpcEndpointType: "Interface", privateDnsEnabled: true }, []],
    ["passes a gateway, which has none", { vpcEndpointType: "Gateway" }, []],
    ["passes an absent type, which means a gateway", {}, []],
    [
      "passes an interface of S3, whose name belongs to the gateway inside the VPC",
      { vpcEndpointType: "Interface", serviceName: "com.amazonaws.eu-west-1.s3" },
      [],
    ],
    [
      "passes a service of one's own, which may have no private name",
      { vpcEndpointType: "Interface", serviceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0" },
      [],
    ],
    [
      "refuses an interface of AWS without",
      { vpcEndpointType: "Interface", serviceName: "com.amazonaws.eu-west-1.ecr.api", privateDnsEnabled: false },
      ["violation privateDnsEnabled"],
    ],
    ["refuses an interface without", { vpcEndpointType: "Interface" }, ["violation privateDnsEnabled"]],
    [
      "cannot decide an unknown setting",
      { vpcEndpointType: "Interface", privateDnsEnabled: unknown },
      ["undecided privateDnsEnabled"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(vpcEndpointDns, { type, props })), expected);
    });
  }

  it("asks a VPC for DNS support and host names", async () => {
    const vpc = (props: object) => judge(vpcEndpointDns, { type: "aws:ec2/vpc:Vpc", props });
    assert.deepEqual(brief(await vpc({ enableDnsHostnames: true })), []);
    assert.deepEqual(brief(await vpc({})), ["violation enableDnsHostnames"]);
    assert.deepEqual(brief(await vpc({ enableDnsHostnames: true, enableDnsSupport: false })), [
      "violation enableDnsSupport",
    ]);
  });
});
