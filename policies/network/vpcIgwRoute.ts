import type { Control } from "../shared/control";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { worldRanges } from "./cidr";

const routeType = "aws:ec2/route:Route";
const tableType = "aws:ec2/routeTable:RouteTable";
const associationType = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const subnetType = "aws:ec2/subnet:Subnet";
const gatewayType = "aws:ec2/internetGateway:InternetGateway";
const serviceType = "aws:ecs/service:Service";

export const vpcIgwRoute: Control = {
  id: "vpc-igw-route",
  title: "Private subnets have no way to the internet gateway",
  description: "Subnets that run services or are named private must not route to an internet gateway.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: ["Security Hub EC2.172", "checkov CKV2_AWS_35"],
  remediationSteps: "Give private subnets a route table of their own, with a NAT gateway or endpoints.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html",
  reads: {
    [routeType]: ["routeTableId", "gatewayId", "destinationCidrBlock", "destinationIpv6CidrBlock"],
    [tableType]: ["routes.gatewayId", "routes.cidrBlock", "routes.ipv6CidrBlock"],
    [associationType]: ["subnetId", "routeTableId"],
    [subnetType]: ["tags"],
    [serviceType]: ["networkConfiguration.subnets"],
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(associationType), (association) => {
      const subnet = stack.target(association, "subnetId", [subnetType]);
      const table = stack.target(association, "routeTableId", [tableType]);
      if (!subnet || !table || !isPrivate(stack, subnet) || !leadsOutside(stack, table)) return;
      report.violation({
        on: subnet,
        at: "",
        what: `The subnet is private, but its route table ${table.name} leads to an internet gateway`,
        fix: "Associate it with a route table that leads to a NAT gateway, or nowhere.",
      });
    });
  },
};

function isPrivate(stack: StackIndex, subnet: StackResource): boolean {
  const runs = stack
    .ofType(serviceType)
    .some((service) => service.propertyDependencies.networkConfiguration?.some(({ urn }) => urn === subnet.urn));
  const tags = subnet.props.at("tags");
  const names = tags.isKnown ? ["Name", "SubnetType", "Tier"].map((name) => tags.at(name)) : [];
  return runs || names.some((name) => name.isKnown && /private|isolated|internal/i.test(String(name.raw)));
}

function leadsOutside(stack: StackIndex, table: StackResource): boolean {
  const separate = stack.linked([routeType], "routeTableId", table).some((route) => {
    const ranges = [route.props.at("destinationCidrBlock"), route.props.at("destinationIpv6CidrBlock")];
    return worldRanges(ranges).length > 0 && isGateway(route, "gatewayId", route.props.at("gatewayId").raw);
  });
  const routes = table.props.at("routes");
  if (separate || routes.isUnknown) return separate;
  return routes.items().some((route) => {
    const ranges = [route.at("cidrBlock"), route.at("ipv6CidrBlock")];
    return worldRanges(ranges).length > 0 && isGateway(table, "routes", route.at("gatewayId").raw);
  });
}

function isGateway(resource: StackResource, property: string, id: unknown): boolean {
  if (id === undefined || id === null) return false;
  return (
    (typeof id === "string" && id.startsWith("igw-")) ||
    (resource.propertyDependencies[property] ?? []).some(({ type }) => type === gatewayType)
  );
}
