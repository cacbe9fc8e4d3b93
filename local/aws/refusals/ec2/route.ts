import { fields, ipv4Cidr, ipv6Cidr, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSelf } from "../duplicates";
import { hasUnknown, isSet, recordsAt, textAt } from "../paths";
import { exists, stored } from "../references";
import type { Rule, RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { internetGatewayType, natGatewayType, routeTableType, subnetType, vpcType } from "./types";

const routeType = "aws:ec2/route:Route";
const associationType = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const destinations = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"];
const targets = [
  ...["gatewayId", "natGatewayId", "networkInterfaceId", "transitGatewayId", "vpcEndpointId", "vpcPeeringConnectionId"],
  ...["egressOnlyGatewayId", "carrierGatewayId", "coreNetworkArn", "localGatewayId", "odbNetworkArn"],
];
const egressOnlyType = "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway";
const vpnType = "aws:ec2/vpnGateway:VpnGateway";

export const routeRules: RuleTable = {
  [routeTableType]: {
    inputs: [
      fields("InvalidParameterValue", { "routes[].cidrBlock": ipv4Cidr, "routes[].ipv6CidrBlock": ipv6Cidr }),
      ({ inputs }) => recordsAt(inputs, "routes[]").flatMap(({ path, value }) => targetProblems(value, path)),
    ],
    account: [exists("InvalidVpcID.NotFound", "vpcId", "VPC", vpcType), ...targetsExist("routes[].")],
    removal: [refuseAssociated],
  },
  [routeType]: {
    inputs: [
      fields("InvalidParameterValue", { destinationCidrBlock: ipv4Cidr, destinationIpv6CidrBlock: ipv6Cidr }),
      refuseDestination,
      ({ inputs }) => targetProblems(inputs, ""),
    ],
    account: [
      exists("InvalidRouteTableID.NotFound", "routeTableId", "route table", routeTableType),
      ...targetsExist(""),
      refuseSame,
    ],
  },
  [associationType]: {
    account: [
      exists("InvalidRouteTableID.NotFound", "routeTableId", "route table", routeTableType),
      exists("InvalidSubnetID.NotFound", "subnetId", "subnet", subnetType),
      refuseSecondAssociation,
    ],
  },
};

function targetsExist(prefix: string): Rule[] {
  const missingGateway = exists(
    "InvalidGatewayID.NotFound",
    `${prefix}gatewayId`,
    "gateway",
    internetGatewayType,
    vpnType,
  );
  return [
    (call) => missingGateway(call).filter(({ message }) => !/is "(local|vgw-|vpce-)/.test(message)),
    exists("NatGatewayNotFound", `${prefix}natGatewayId`, "NAT gateway", natGatewayType),
    exists("InvalidGatewayID.NotFound", `${prefix}egressOnlyGatewayId`, "egress-only gateway", egressOnlyType),
  ];
}

function targetProblems(route: Record<string, unknown>, path: string): Refusal[] {
  const given = targets.filter((name) => isSet(route, name) && route[name] !== "");
  const at = path === "" ? "gatewayId" : path;
  return when(
    given.length !== 1,
    "InvalidParameterCombination",
    at,
    `${path === "" ? "the route" : path} has ${given.join(" and ") || "no target"}: set exactly one, such as gatewayId or natGatewayId.`,
  );
}

function refuseDestination({ inputs }: Call): Refusal[] {
  const given = destinations.filter((name) => isSet(inputs, name));
  return when(
    given.length !== 1,
    "InvalidParameterCombination",
    "destinationCidrBlock",
    `the route has ${given.join(" and ") || "no destination"}: set exactly one of ${destinations.join(", ")}.`,
  );
}

function refuseSame(call: Call): Refusal[] {
  const key = (inputs: Record<string, unknown>): string =>
    JSON.stringify([inputs.routeTableId, ...destinations.map((one) => inputs[one])]);
  if (call.operation !== "create" || hasUnknown(call.inputs)) return [];
  const twin = stored(call, routeType).find((one) => !isSelf(call, one) && key(one.inputs) === key(call.inputs));
  if (twin === undefined) return [];
  const message = `the route table has a route to that destination already (${twin.id}): remove one of the two.`;
  return [refusal("RouteAlreadyExists", "destinationCidrBlock", message)];
}

function refuseSecondAssociation(call: Call): Refusal[] {
  const subnet = textAt(call.inputs, "subnetId");
  if (subnet === undefined || call.operation !== "create") return [];
  const other = stored(call, associationType).find((one) => one.inputs.subnetId === subnet && !isSelf(call, one));
  if (other === undefined) return [];
  const message = `subnetId is ${show(subnet)}: the subnet is associated with ${String(other.inputs.routeTableId)} already (${other.id}). Keep one association.`;
  return [refusal("Resource.AlreadyAssociated", "subnetId", message)];
}

function refuseAssociated(call: Call): Refusal[] {
  const users = stored(call, associationType).filter((one) => one.inputs.routeTableId === call.id);
  if (users.length === 0) return [];
  const message = `The route table ${call.id} has dependencies and cannot be deleted: remove ${users.map((one) => one.id).join(", ")} first.`;
  return [{ code: "DependencyViolation", message }];
}
