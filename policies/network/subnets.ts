import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { defaultTableType, tableTypes } from "./routes";

export const vpcType = "aws:ec2/vpc:Vpc";
export const subnetType = "aws:ec2/subnet:Subnet";
export const serviceType = "aws:ecs/service:Service";
export const associationType = "aws:ec2/routeTableAssociation:RouteTableAssociation";
export const mainAssociationType = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";

/** The subnets that a service's tasks stand in: by their known ids, or while these are unknown by what they are made of. */
export function subnetsOf(stack: StackIndex, service: StackResource): StackResource[] {
  const made = (service.propertyDependencies["networkConfiguration"] ?? []).filter(({ type }) => type === subnetType);
  const ids = service.props.at("networkConfiguration", "subnets");
  if (ids.isUnknown || ids.items().some(({ isUnknown }) => isUnknown)) return made;
  const named = new Set(ids.items().map(({ raw }) => raw));
  const known = stack.ofType(subnetType).filter(({ props }) => named.has(props.at("id").raw));
  return known.length > 0 ? known : made;
}

/** Whether the subnet's tags or name say that it is private: the last such word counts, as in `private-net-public-1`. */
export function isNamedPrivate(subnet: StackResource): boolean {
  const tags = subnet.props.at("tags");
  const told = tags.isKnown ? ["SubnetType", "Tier", "Name"].map((name) => tags.at(name)) : [];
  const words = told.map(({ raw }) => /.*(public|private|isolated|internal)/is.exec(String(raw))?.[1]);
  words.push(/.*(public|private|isolated)/is.exec(subnet.name)?.[1]);
  const word = words.find((each) => each !== undefined);
  return word !== undefined && word.toLowerCase() !== "public";
}

/** The route table that the subnet follows: its own one, else the main one of its VPC. */
export function tableOf(stack: StackIndex, subnet: StackResource): StackResource | undefined {
  const [own] = stack.linked([associationType], "subnetId", subnet);
  if (own) return stack.target(own, "routeTableId", tableTypes);
  const vpc = stack.target(subnet, "vpcId", [vpcType]);
  if (!vpc) return undefined;
  const [main] = stack.linked([mainAssociationType], "vpcId", vpc);
  if (main) return stack.target(main, "routeTableId", tableTypes);
  return stack
    .ofType(defaultTableType)
    .find((table) => table.propertyDependencies["defaultRouteTableId"]?.includes(vpc));
}
