import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { Vpc } from "../../../local/awsx/vpc";

interface Made {
  readonly type: string;
  readonly name: string;
  readonly inputs: Record<string, unknown>;
}

describe("the stand-in awsx:ec2:Vpc", function () {
  this.timeout(30_000);
  let made: Made[] = [];
  before(async () => {
    await pulumi.runtime.setMocks({
      newResource: ({ type, name, inputs }) => {
        made.push({ type, name, inputs: inputs as Record<string, unknown> });
        return {
          id: `${name}-id`,
          state: { ...(inputs as object), allocationId: `${name}-eip`, cidrBlock: "10.0.0.0/16" },
        };
      },
      call: () => ({ names: ["eu-west-1a", "eu-west-1b", "eu-west-1c"] }),
    });
  });

  async function build(inputs: Record<string, unknown>): Promise<Record<string, unknown>> {
    made = [];
    const outputs = await new Vpc("net", {}).build("net", { subnetStrategy: "Auto", ...inputs });
    const resources = Object.values(outputs)
      .flat()
      .filter((value) => pulumi.CustomResource.isInstance(value));
    await Promise.all(resources.map((resource) => new Promise((resolve) => resource.urn.apply(resolve))));
    // Rules of security groups are no output; they come turns later.
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    return outputs;
  }
  const named = (type: string): string[] =>
    made
      .filter((one) => one.type === `aws:ec2/${type}`)
      .map(({ name }) => name)
      .sort();
  const routesVia = (property: string): string[] =>
    made
      .filter((one) => one.type === "aws:ec2/route:Route" && one.inputs[property] !== undefined)
      .map(({ name }) => name)
      .sort();

  it("makes a NAT gateway in each of three zones unless told otherwise", async () => {
    await build({});
    assert.deepEqual(named("natGateway:NatGateway"), ["net-1", "net-2", "net-3"]);
    assert.deepEqual(named("eip:Eip"), ["net-1", "net-2", "net-3"]);
    assert.deepEqual(routesVia("natGatewayId"), ["net-private-1", "net-private-2", "net-private-3"]);
    assert.deepEqual(routesVia("gatewayId"), ["net-public-1", "net-public-2", "net-public-3"]);
  });

  it("routes every private subnet through the one NAT gateway of Single", async () => {
    await build({ natGateways: { strategy: "Single" }, numberOfAvailabilityZones: 2 });
    assert.deepEqual(named("natGateway:NatGateway"), ["net-1"]);
    assert.deepEqual(routesVia("natGatewayId"), ["net-private-1", "net-private-2"]);
  });

  it("makes no NAT gateway, address or private route with None", async () => {
    await build({ natGateways: { strategy: "None" }, availabilityZoneNames: ["eu-west-1b"] });
    assert.deepEqual([named("natGateway:NatGateway"), named("eip:Eip"), routesVia("natGatewayId")], [[], [], []]);
    assert.deepEqual(named("subnet:Subnet"), ["net-private-1", "net-public-1"]);
    assert.deepEqual(named("routeTableAssociation:RouteTableAssociation"), ["net-private-1", "net-public-1"]);
  });

  it("uses given addresses instead of new ones", async () => {
    await build({ natGateways: { strategy: "Single", elasticIpAllocationIds: ["eipalloc-1"] } });
    assert.deepEqual(named("eip:Eip"), []);
    assert.equal(made.find(({ type }) => type.endsWith(":NatGateway"))?.inputs["allocationId"], "eipalloc-1");
  });

  it("tags children with their name, type and the VPC's tags, and reserves Unused ranges", async () => {
    const specs = [{ type: "Isolated", name: "data", tags: { tier: "db" } }, { type: "Unused" }];
    await build({
      subnetSpecs: specs,
      natGateways: { strategy: "None" },
      numberOfAvailabilityZones: 1,
      tags: { team: "x" },
    });
    const [subnet, ...others] = made.filter(({ type }) => type.endsWith(":Subnet"));
    assert.deepEqual(subnet?.inputs["tags"], { Name: "net-data-1", SubnetType: "Isolated", team: "x", tier: "db" });
    assert.deepEqual([others, routesVia("gatewayId")], [[], []]);
  });

  it("wires endpoints of strategy Auto to route tables, subnets and a group of their own", async () => {
    const vpcEndpointSpecs = [{ serviceName: "s3" }, { serviceName: "ecr.api", vpcEndpointType: "Interface" }];
    await build({
      vpcEndpointStrategy: "Auto",
      vpcEndpointSpecs,
      natGateways: { strategy: "None" },
      numberOfAvailabilityZones: 2,
    });
    const endpoint = (name: string) =>
      made.find((one) => one.type.endsWith(":VpcEndpoint") && one.name === name)?.inputs;
    assert.deepEqual(endpoint("s3")?.["routeTableIds"], [
      "net-public-1-id",
      "net-private-1-id",
      "net-public-2-id",
      "net-private-2-id",
    ]);
    assert.deepEqual(endpoint("ecr.api")?.["subnetIds"], ["net-private-1-id", "net-private-2-id"]);
    assert.deepEqual(
      [endpoint("ecr.api")?.["privateDnsEnabled"], endpoint("ecr.api")?.["securityGroupIds"]],
      [true, ["ecr.api-sg-id"]],
    );
    assert.equal(made.find(({ type }) => type === "aws:ec2/vpc:Vpc")?.inputs["enableDnsHostnames"], true);
    assert.deepEqual(named("securityGroupRule:SecurityGroupRule"), ["ecr.api-ingress"]);
  });

  it("returns the outputs of the real component", async () => {
    const outputs = await build({ numberOfAvailabilityZones: 2, natGateways: { strategy: "None" } });
    const expected =
      "eips internetGateway isolatedSubnetIds isolatedSubnets natGateways privateSubnetIds privateSubnets publicSubnetIds " +
      "publicSubnets routeTableAssociations routeTables routes subnetLayout subnets vpc vpcEndpoints vpcId";
    assert.deepEqual(Object.keys(outputs).sort(), expected.split(" "));
    assert.deepEqual(outputs["subnetLayout"], [
      { type: "Private", cidrMask: 18 },
      { type: "Public", cidrMask: 19 },
    ]);
  });

  for (const [inputs, message] of [
    [{ subnetStrategy: undefined }, /not set, which means Legacy/],
    [{ ipv4IpamPoolId: "x" }, /does not support 'ipv4IpamPoolId'/],
    [{ availabilityZoneNames: ["a"], numberOfAvailabilityZones: 1 }, /Only one of/],
    [{ numberOfAvailabilityZones: 4 }, /has 3 availability zones and 4 are wanted/],
    [{ natGateways: { strategy: "Two" } }, /'two'\. Use None, Single or OnePerAz/],
    [{ subnetSpecs: [{ type: "Private" }] }, /needs public subnets/],
    [{ natGateways: { strategy: "None", elasticIpAllocationIds: ["e"] } }, /has 1 entries and strategy 'none' takes 0/],
  ] as const) {
    it(`refuses ${JSON.stringify(inputs)}`, async () => {
      await assert.rejects(build(inputs), message);
    });
  }
});
