import { strict as assert } from "node:assert";
import { Network } from "../../../../infra/components/network/network";
import { keyArn, startMocks } from "../../../support/mocks";
import type { Recorder } from "../../../support/mocks";
import { valueOf } from "../../../support/outputs";

// awsx is one resource under mocks: what it creates is seen on the real engine only.
const vpc = "awsx:ec2:Vpc";
const endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";

describe("Network", () => {
  let recorder: Recorder;
  const create = async (args: object = {}, preview = false) => {
    recorder = await startMocks({ preview });
    const network = new Network("network", { encryptionKeyArn: keyArn, ...args });
    await recorder.settled();
    return network;
  };

  it("asks awsx for spelled-out subnets, no NAT gateway and DNS names", async () => {
    await create();
    const { inputs } = recorder.one(vpc);
    assert.deepEqual(inputs.subnetSpecs, [
      { type: "Private", cidrBlocks: ["10.0.0.0/19", "10.0.32.0/19"] },
      { type: "Public", cidrBlocks: ["10.0.128.0/21", "10.0.136.0/21"] },
    ]);
    assert.deepEqual(inputs.natGateways, { strategy: "None" });
    assert.equal(inputs.enableDnsHostnames, true);
    assert.equal(inputs.numberOfAvailabilityZones, 2);
  });

  it("shuts the default security group", async () => {
    await create();
    const { inputs } = recorder.one("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
    assert.deepEqual([inputs.ingress, inputs.egress], [[], []]);
    assert.equal(inputs.vpcId, "vpc-0123456789abcdef0");
  });

  it("logs all traffic into an encrypted group", async () => {
    await create({ logRetentionDays: 400 });
    const group = recorder.one("aws:cloudwatch/logGroup:LogGroup").inputs;
    assert.equal(group.kmsKeyId, keyArn);
    assert.equal(group.retentionInDays, 400);
    const log = recorder.one("aws:ec2/flowLog:FlowLog").inputs;
    assert.equal(log.trafficType, "ALL");
    assert.equal(log.logDestination, `arn:aws:logs:eu-west-1:123456789012:log-group:${group.name}`);
  });

  it("opens the gateway to S3 and the essential endpoints, for HTTPS from within", async () => {
    const network = await create();
    const services = recorder.ofType(endpoint).map(({ inputs }) => [inputs.vpcEndpointType, inputs.serviceName]);
    assert.deepEqual(services.sort(), [
      ["Gateway", "com.amazonaws.eu-west-1.s3"],
      ["Interface", "com.amazonaws.eu-west-1.ecr.api"],
      ["Interface", "com.amazonaws.eu-west-1.ecr.dkr"],
      ["Interface", "com.amazonaws.eu-west-1.logs"],
    ]);
    const rule = recorder.one("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").inputs;
    assert.deepEqual([rule.ipProtocol, rule.fromPort, rule.toPort, rule.cidrIpv4], ["tcp", 443, 443, "10.0.0.0/16"]);
    assert.deepEqual(recorder.named("network-endpoint-s3").inputs.routeTableIds, ["rtb-0000000a", "rtb-0000000b"]);
    assert.equal(await valueOf(network.endpointSecurityGroupId), "network-endpoint-group-id");
    assert.equal(await valueOf(network.storagePrefixListId), "pl-6da54004");
  });

  it("needs no interface endpoint where there is a NAT gateway", async () => {
    await create({ egress: "nat-single" });
    assert.deepEqual(recorder.one(vpc).inputs.natGateways, { strategy: "Single" });
    assert.equal(recorder.one(endpoint).inputs.vpcEndpointType, "Gateway");
    assert.equal(recorder.ofType("aws:ec2/securityGroup:SecurityGroup").length, 0);
  });

  it("puts tasks into public subnets for public egress only", async () => {
    const open = await create({ egress: "public" });
    assert.deepEqual(await valueOf(open.taskSubnetIds), await valueOf(open.publicSubnetIds));
    assert.equal(await valueOf(open.assignPublicIp), true);
    const closed = await create();
    assert.deepEqual(await valueOf(closed.taskSubnetIds), await valueOf(closed.privateSubnetIds));
    assert.equal(await valueOf(closed.assignPublicIp), false);
  });

  it("creates nothing around an existing VPC", async () => {
    const existing = { vpcId: "vpc-1", publicSubnetIds: ["subnet-1"], privateSubnetIds: ["subnet-2"] };
    const network = await create({ existing, encryptionKeyArn: undefined });
    assert.deepEqual(recorder.names(), ["network"]);
    assert.equal(await valueOf(network.vpcId), "vpc-1");
    assert.deepEqual(await valueOf(network.taskSubnetIds), ["subnet-2"]);
  });

  it("declares its intent and knows every document in the first preview", async () => {
    await create({}, true);
    const { statements } = recorder.one("container-delivery:index:Network").inputs;
    assert.deepEqual(statements[0].resources, [
      "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/vpc-flow-log/container-delivery-dev-network:*",
    ]);
    const documents = recorder.ofType(endpoint).map(({ inputs }) => inputs.policy);
    documents.push(recorder.one("aws:iam/rolePolicy:RolePolicy").inputs.policy);
    for (const document of documents) assert.ok(JSON.parse(document).Statement.length > 0);
  });

  const refused: [string, object, RegExp][] = [
    ["an egress it does not know", { egress: "vpn" }, /`egress` is "vpn". Set it to one of endpoints, nat-single/],
    ["a range that is too small", { cidrBlock: "10.0.0.0/28" }, /`cidrBlock` is "10.0.0.0\/28". Set its length/],
    ["a single zone", { numberOfAvailabilityZones: 1 }, /`numberOfAvailabilityZones` is 1. Set it to a whole number/],
    [
      "a new VPC without key",
      { encryptionKeyArn: undefined },
      /`encryptionKeyArn` is not set. Set it to the ARN of the key/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(`refuses ${what} at once`, () => {
      assert.throws(() => new Network("network", { encryptionKeyArn: keyArn, ...args }), message);
    });
  }
});
