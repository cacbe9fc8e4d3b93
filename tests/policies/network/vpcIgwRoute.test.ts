import { strict as assert } from "node:assert";
import { vpcIgwRoute } from "../../../policies/network/vpcIgwRoute";
import { judgeStack, stackOf, unknown } from "../../support/policy";

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
});
