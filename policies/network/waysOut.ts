import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { tableTypes, worldRoutes } from "./routes";
import { subnetType, vpcType } from "./subnets";

export const natType = "aws:ec2/natGateway:NatGateway";
const transitType = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";
const wideAreaType = "aws:networkmanager/vpcAttachment:VpcAttachment";

/** Whether what has no public address reaches the outside from the VPC: by NAT, another network or an appliance. */
export function hasWayOut(stack: StackIndex, vpc: StackResource): boolean {
  if (stack.ofType(natType).some((gateway) => mayStandIn(stack, gateway, vpc))) return true;
  if (stack.linked([transitType], "vpcId", vpc).length > 0) return true;
  if (stack.linked([wideAreaType], "vpcArn", vpc).length > 0) return true;
  return stack
    .linked(tableTypes, "vpcId", vpc)
    .flatMap((table) => worldRoutes(stack, table))
    .some((route) => !route.leadsToInternetGateway && route.node.at("egressOnlyGatewayId").isAbsent);
}

/** One of which nobody sees here where it stands may stand in this VPC. */
function mayStandIn(stack: StackIndex, gateway: StackResource, vpc: StackResource): boolean {
  if (gateway.props.at("connectivityType").raw === "private") return false;
  const subnet = stack.target(gateway, "subnetId", [subnetType]);
  const owner = stack.target(subnet ?? gateway, "vpcId", [vpcType]);
  return !owner || owner === vpc;
}
