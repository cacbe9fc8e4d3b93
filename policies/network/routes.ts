import type { Node } from "../shared/node";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { worldRanges } from "./cidr";

export const routeType = "aws:ec2/route:Route";
export const tableType = "aws:ec2/routeTable:RouteTable";
export const defaultTableType = "aws:ec2/defaultRouteTable:DefaultRouteTable";
export const tableTypes: readonly string[] = [tableType, defaultTableType];
const gatewayType = "aws:ec2/internetGateway:InternetGateway";

/** A way to the whole world that a route table shows. */
interface WorldRoute {
  readonly node: Node;
  readonly leadsToInternetGateway: boolean;
}

/** The routes to the whole world, inline ones and resources of their own. */
export function worldRoutes(stack: StackIndex, table: StackResource): WorldRoute[] {
  const separate = stack
    .linked([routeType], "routeTableId", table)
    .map((route) => routeOf(route, route.props, "gatewayId", ["destinationCidrBlock", "destinationIpv6CidrBlock"]));
  const inline = table.props.at("routes").items();
  return [...separate, ...inline.map((node) => routeOf(table, node, "routes", ["cidrBlock", "ipv6CidrBlock"]))].flat();
}

function routeOf(owner: StackResource, node: Node, property: string, ranges: readonly string[]): WorldRoute[] {
  if (worldRanges(ranges.map((range) => node.at(range))).length === 0) return [];
  const gateway = node.at("gatewayId");
  const named = typeof gateway.raw === "string" && gateway.raw.startsWith("igw-");
  const used = owner.propertyDependencies[property] ?? [];
  const leadsToInternetGateway =
    named || (!gateway.isAbsent && gateway.raw !== "" && used.some(({ type }) => type === gatewayType));
  return [{ node, leadsToInternetGateway }];
}
