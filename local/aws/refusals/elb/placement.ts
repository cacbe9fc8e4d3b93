import { show } from "../checks";
import type { Call, Refusal, StoredResource } from "../contract";
import { hasUnknown, isSet, isUnchanged, textAt, valuesAt } from "../paths";
import { find, stored } from "../references";
import { refusal, when } from "../rules";

const code = "ValidationError";
export const subnetType = "aws:ec2/subnet:Subnet";

export function isApplication(inputs: unknown): boolean {
  return (
    (textAt(inputs, "loadBalancerType") ?? (isSet(inputs, "loadBalancerType") ? "?" : "application")) === "application"
  );
}

function subnetsOf(call: Call): StoredResource[] {
  const given = [...valuesAt(call.inputs, "subnets[]"), ...valuesAt(call.inputs, "subnetMappings[].subnetId")];
  return given.flatMap(({ value }) => find(call, [subnetType], String(value)) ?? []);
}

/** One subnet per zone, all in one network, and for an Application Load Balancer at least two zones. */
export function refuseZones(call: Call): Refusal[] {
  if (hasUnknown(call.inputs.subnets) || (isUnchanged(call, "subnets") && isUnchanged(call, "subnetMappings")))
    return [];
  const subnets = subnetsOf(call);
  const zones = subnets.map((one) => textAt(one.outputs, "availabilityZone") ?? textAt(one.inputs, "availabilityZone"));
  const networks = new Set(subnets.map((one) => textAt(one.inputs, "vpcId")));
  const repeated = zones.find((zone, index) => zone !== undefined && zones.indexOf(zone) !== index);
  const hasAllZones = zones.length > 0 && zones.every((zone) => zone !== undefined);
  return [
    ...when(
      repeated !== undefined,
      "InvalidConfigurationRequest",
      "subnets",
      `subnets has two subnets in ${repeated}: a load balancer cannot be attached to multiple subnets in the same Availability Zone. Give one subnet per zone.`,
    ),
    ...when(
      repeated === undefined && hasAllZones && isApplication(call.inputs) && new Set(zones).size < 2,
      code,
      "subnets",
      "subnets lie in one zone: at least two subnets in two different Availability Zones must be specified.",
    ),
    ...when(
      networks.size > 1,
      "InvalidConfigurationRequest",
      "subnets",
      "subnets belong to different VPCs: give subnets of one VPC.",
    ),
  ];
}

/** A public load balancer is reached through the internet gateway of its network. */
export function refuseWithoutGateway(call: Call): Refusal[] {
  const [subnet] = subnetsOf(call);
  const vpc = textAt(subnet?.inputs, "vpcId");
  if (
    vpc === undefined ||
    call.inputs.internal === true ||
    hasUnknown(call.inputs.internal) ||
    call.operation === "update"
  )
    return [];
  const gateways = [
    ...stored(call, "aws:ec2/internetGateway:InternetGateway"),
    ...stored(call, "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment"),
  ];
  if (gateways.some((one) => one.inputs.vpcId === vpc)) return [];
  const message = `internal is ${show(call.inputs.internal ?? false)} and VPC ${vpc} has no internet gateway. Attach one and let the load balancer depend on it, or set internal to true.`;
  return [refusal("InvalidSubnet", "internal", message)];
}
