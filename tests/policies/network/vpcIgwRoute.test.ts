import { strict as assert } from "node:assert";
import { vpcIgwRoute } from "../../../policies/network/vpcIgwRoute";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";
import type { Described } from "../../support/policy";

const gateway = { type: "aws:ec2/internetGateway:InternetGateway", name: "igw" };
const table = { type: "aws:ec2/routeTable:RouteTable", name: "table" };
const subnet = (Name: string) => ({ type: "aws:ec2/subnet:Subnet", name: "subnet", props: { tags: { Name } } });
const association = {
  type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
  name: "association",
  props: { subnetId: unknown, routeTableId: unknown },
  dependsOn: { subnetId: ["subnet"], routeTableId: ["table"] },
};
const route = {
  type: "aws:ec2/route:Route",
  name: "route",
  props: { routeTableId: unknown, gatewayId: unknown, destinationCidrBlock: "0.0.0.0/0" },
  dependsOn: { routeTableId: ["table"], gatewayId: ["igw"] },
};

describe("vpc-igw-route", () => {
  it("passes a public subnet", async () => {
    assert.deepEqual(
      await judgeStack(vpcIgwRoute, stackOf(gateway, table, subnet("public-a"), association, route)),
      [],
    );
  });

  it("passes a private subnet without the route", async () => {
    assert.deepEqual(await judgeStack(vpcIgwRoute, stackOf(gateway, table, subnet("private-a"), association)), []);
  });

  it("refuses a private subnet with the route", async () => {
    const findings = await judgeStack(vpcIgwRoute, stackOf(gateway, table, subnet("private-a"), association, route));
    assert.deepEqual(
      findings.map(({ urn }) => urn.split("::").pop()),
      ["subnet"],
    );
  });

  it("refuses an inline route of a table", async () => {
    const inline = {
      ...table,
      props: { routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: unknown }] },
      dependsOn: { routes: ["igw"] },
    };
    const findings = await judgeStack(vpcIgwRoute, stackOf(gateway, inline, subnet("private-a"), association));
    assert.equal(findings.length, 1);
  });

  it("refuses the subnet of a service, whatever its name", async () => {
    const service = {
      type: "aws:ecs/service:Service",
      name: "service",
      dependsOn: { networkConfiguration: ["subnet"] },
    };
    const findings = await judgeStack(vpcIgwRoute, stackOf(gateway, table, subnet("a"), association, route, service));
    assert.equal(findings.length, 1);
  });

  const named = (name: string, tags?: object) => ({ ...subnet("a"), name, props: tags ? { tags } : {} });
  const count = async (...resources: Described[]) =>
    (await judgeStack(vpcIgwRoute, stackOf(gateway, table, route, ...resources))).length;
  const joined = (name: string) => ({ ...association, dependsOn: { ...association.dependsOn, subnetId: [name] } });
  const names: [name: string, tags: object | undefined, isPrivate: boolean][] = [
    ["app-private-1", undefined, true],
    ["private-net-public-1", undefined, false],
    ["a", { Name: "private-net-public-1" }, false],
    ["a", { Name: "Public Services / Isolated" }, true],
    ["private-1", { SubnetType: "Public" }, false],
    ["a", { Name: unknown }, false],
    ["a", { Tier: "internal" }, true],
    ["internal-tools-1", undefined, false],
  ];
  for (const [name, tags, isPrivate] of names) {
    it(`takes ${name} ${JSON.stringify(tags) ?? "without tags"} for ${isPrivate ? "private" : "public"}`, async () => {
      assert.equal(await count(named(name, tags), joined(name)), isPrivate ? 1 : 0);
    });
  }

  it("follows the main table of the VPC where the subnet has none of its own", async () => {
    const vpc = { type: "aws:ec2/vpc:Vpc", name: "vpc" };
    const inside = { ...named("app-private"), props: { vpcId: unknown }, dependsOn: { vpcId: ["vpc"] } };
    assert.equal(await count(vpc, inside), 0);
    const main = {
      type: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
      name: "main",
      props: { vpcId: unknown, routeTableId: unknown },
      dependsOn: { vpcId: ["vpc"], routeTableId: ["table"] },
    };
    assert.equal(await count(vpc, inside, main), 1);
    const standard = {
      type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
      name: "standard",
      props: { defaultRouteTableId: unknown, routes: [{ ipv6CidrBlock: "::/0", gatewayId: "igw-1" }] },
      dependsOn: { defaultRouteTableId: ["vpc"] },
    };
    assert.equal(await count(vpc, inside, standard), 1);
  });

  it("passes a route that leads elsewhere, and an egress-only gateway", async () => {
    const stack = (props: object, dependsOn: Described["dependsOn"]) =>
      stackOf(gateway, table, subnet("private-a"), association, { ...route, props, dependsOn });
    const props = { routeTableId: unknown, destinationCidrBlock: "0.0.0.0/0", natGatewayId: unknown };
    assert.deepEqual(await judgeStack(vpcIgwRoute, stack(props, { routeTableId: ["table"] })), []);
    const local = { routeTableId: unknown, destinationCidrBlock: "10.0.0.0/8", gatewayId: unknown };
    assert.deepEqual(await judgeStack(vpcIgwRoute, stack(local, route.dependsOn)), []);
  });

  it("tells the subnets of a service by their ids once these are known", async () => {
    const ids = (id: string) => ({ ...named(`subnet-${id}`), props: { id } });
    const service = {
      type: "aws:ecs/service:Service",
      name: "service",
      props: { networkConfiguration: { subnets: ["b"] } },
      // A list that a component gives depends on all its subnets.
      dependsOn: { networkConfiguration: ["subnet-a", "subnet-b"] },
    };
    assert.equal(await count(ids("a"), ids("b"), joined("subnet-a"), service), 0);
    assert.equal(await count(ids("a"), ids("b"), joined("subnet-b"), service), 1);
  });

  it("cannot decide unknown routes of a private subnet", async () => {
    const hidden = { ...table, props: { routes: unknown } };
    const stack = stackOf(gateway, hidden, subnet("private-a"), association);
    assert.deepEqual(brief(await judgeStack(vpcIgwRoute, stack)), ["undecided routes"]);
    assert.deepEqual(await judgeStack(vpcIgwRoute, stackOf(hidden, subnet("public-a"), association)), []);
  });
});
