import { fields, matches, oneOf, show, wholeNumber } from "../checks";
import type { Call, Refusal, StoredResource } from "../contract";
import { unique } from "../duplicates";
import { hasUnknown, isSet, isUnchanged, listAt, textAt, valuesAt } from "../paths";
import { exists, find, self, stored } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { refuseAccessLogs } from "./accessLogs";
import { elbName } from "./targetGroup";
import { loadBalancerType } from "./types";

const code = "ValidationError";
const subnetType = "aws:ec2/subnet:Subnet";

export const loadBalancerRules: RuleTable = {
  [loadBalancerType]: {
    inputs: [
      fields(code, {
        name: (value) =>
          elbName(value) ?? matches(/^(?!internal-)/, 'a name that does not begin with "internal-"')(value),
        loadBalancerType: oneOf("application", "network", "gateway"),
        ipAddressType: oneOf("ipv4", "dualstack", "dualstack-without-public-ipv4"),
        desyncMitigationMode: oneOf("monitor", "defensive", "strictest"),
        xffHeaderProcessingMode: oneOf("append", "preserve", "remove"),
        idleTimeout: wholeNumber(1, 4000),
        clientKeepAlive: wholeNumber(60, 604800),
      }),
      refuseSubnetCount,
    ],
    account: [
      unique("DuplicateLoadBalancerName", loadBalancerType, "load balancer", { key: "name" }),
      exists("SubnetNotFound", "subnets[]", "subnet", subnetType),
      exists("SubnetNotFound", "subnetMappings[].subnetId", "subnet", subnetType),
      exists("InvalidSecurityGroup", "securityGroups[]", "security group", "aws:ec2/securityGroup:SecurityGroup"),
      refuseZones,
      refuseWithoutGateway,
      refuseAccessLogs,
    ],
    removal: [refuseProtected],
  },
};

function isApplication(inputs: unknown): boolean {
  return (
    (textAt(inputs, "loadBalancerType") ?? (isSet(inputs, "loadBalancerType") ? "?" : "application")) === "application"
  );
}

function refuseSubnetCount({ inputs }: Call): Refusal[] {
  const subnets = listAt(inputs, "subnets");
  const mappings = listAt(inputs, "subnetMappings");
  const count = subnets?.length ?? mappings?.length;
  const isGiven = isSet(inputs, "subnets") || isSet(inputs, "subnetMappings");
  return [
    ...when(!isGiven, code, "subnets", "subnets is missing: set subnets or subnetMappings."),
    ...when(
      subnets !== undefined && subnets.length > 0 && mappings !== undefined && mappings.length > 0,
      code,
      "subnets",
      "subnets and subnetMappings are both set: keep one.",
    ),
    ...when(
      isApplication(inputs) && count !== undefined && count < 2,
      code,
      subnets === undefined ? "subnetMappings" : "subnets",
      `subnets has ${count} entries: at least two subnets in two different Availability Zones must be specified.`,
    ),
  ];
}

function subnetsOf(call: Call): StoredResource[] {
  const given = [...valuesAt(call.inputs, "subnets[]"), ...valuesAt(call.inputs, "subnetMappings[].subnetId")];
  return given.flatMap(({ value }) => find(call, [subnetType], String(value)) ?? []);
}

/** One subnet per zone, all in one network, and for an Application Load Balancer at least two zones. */
function refuseZones(call: Call): Refusal[] {
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

function refuseWithoutGateway(call: Call): Refusal[] {
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

function refuseProtected(call: Call): Refusal[] {
  if (self(call).inputs.enableDeletionProtection !== true) return [];
  const message = `Load balancer ${call.id} cannot be deleted because deletion protection is enabled: set enableDeletionProtection to false and run up before the delete.`;
  return [{ code: "OperationNotPermitted", message, property: "enableDeletionProtection" }];
}
