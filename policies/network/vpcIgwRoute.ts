import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { StackResource } from "../shared/resource";
import { reads } from "../shared/tokens";
import { routeType, tableTypes, worldRoutes } from "./routes";
import {
  associationType,
  isNamedPrivate,
  mainAssociationType,
  serviceType,
  subnetType,
  subnetsOf,
  tableOf,
} from "./subnets";

export const vpcIgwRoute: Control = {
  id: "vpc-igw-route",
  title: "Private subnets have no way to the internet gateway",
  description: "Subnets that run services or are named private must not route to an internet gateway.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ cdkNag: "VPCNoUnrestrictedRouteToIGW" }),
  remediationSteps: "Give private subnets a route table of their own, with a NAT gateway or endpoints.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html",
  reads: {
    [routeType]: ["routeTableId", "gatewayId", "destinationCidrBlock", "destinationIpv6CidrBlock"],
    ...reads(tableTypes, "routes.gatewayId", "routes.cidrBlock", "routes.ipv6CidrBlock"),
    [associationType]: ["subnetId", "routeTableId"],
    [mainAssociationType]: ["vpcId", "routeTableId"],
    [subnetType]: ["tags", "vpcId"],
    [serviceType]: ["networkConfiguration.subnets"],
  },
  checkStack(stack, report) {
    const running = new Set(stack.ofType(serviceType).flatMap((service) => subnetsOf(stack, service)));
    const outside = new Map<StackResource, boolean>();
    const leadsOutside = (table: StackResource) => {
      const leads = outside.get(table) ?? worldRoutes(stack, table).some((route) => route.leadsToInternetGateway);
      outside.set(table, leads);
      return leads;
    };
    report.eachResource(stack.ofType(subnetType), (subnet) => {
      if (!running.has(subnet) && !isNamedPrivate(subnet)) return;
      const table = tableOf(stack, subnet);
      if (!table || !leadsOutside(table)) return;
      report.violation({
        at: "",
        what: `The subnet is private, but its route table ${table.name} leads to an internet gateway`,
        fix: "Associate it with a route table that leads to a NAT gateway, or nowhere.",
      });
    });
  },
};
