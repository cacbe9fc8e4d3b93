import { fields, oneOf } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSelf } from "../duplicates";
import { isSet, isUnchanged, textAt } from "../paths";
import { exists, find, self, stored, unused } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { eipType, gatewayAttachmentType, internetGatewayType, natGatewayType, subnetType, vpcType } from "./types";

export const gatewayRules: RuleTable = {
  [internetGatewayType]: {
    account: [exists("InvalidVpcID.NotFound", "vpcId", "VPC", vpcType), refuseSecondGateway],
    removal: [refuseMappedAddresses],
  },
  [eipType]: {
    inputs: [fields("InvalidParameterValue", { domain: oneOf("vpc", "standard") })],
    removal: [
      unused("InvalidIPAddress.InUse", "elastic IP address", { type: natGatewayType, paths: ["allocationId"] }),
    ],
  },
  [natGatewayType]: {
    inputs: [
      fields("InvalidParameterValue", { connectivityType: oneOf("public", "private") }),
      refuseNatWithoutAddress,
    ],
    account: [
      exists("InvalidSubnetID.NotFound", "subnetId", "subnet", subnetType),
      exists("InvalidAllocationID.NotFound", "allocationId", "elastic IP address", eipType),
      refuseUsedAddress,
      refuseNatWithoutGateway,
    ],
  },
};

function gatewaysOf(call: Call, vpc: string): string[] {
  const all = [...stored(call, internetGatewayType), ...stored(call, gatewayAttachmentType)];
  return all.filter((one) => one.inputs.vpcId === vpc && !isSelf(call, one)).map((one) => one.id);
}

function refuseSecondGateway(call: Call): Refusal[] {
  const vpc = textAt(call.inputs, "vpcId");
  const [other] = vpc === undefined || isUnchanged(call, "vpcId") ? [] : gatewaysOf(call, vpc);
  if (other === undefined) return [];
  const message = `vpcId is "${vpc}": that VPC has an internet gateway already (${other}). Use it.`;
  return [refusal("Resource.AlreadyAssociated", "vpcId", message)];
}

/** A gateway cannot be detached while its network has public addresses. */
function refuseMappedAddresses(call: Call): Refusal[] {
  const vpc = textAt(self(call).inputs, "vpcId");
  if (vpc === undefined) return [];
  const isInside = (subnet: unknown): boolean =>
    typeof subnet === "string" && find(call, [subnetType], subnet)?.inputs.vpcId === vpc;
  const gateways = stored(call, natGatewayType).filter(
    (one) => one.inputs.connectivityType !== "private" && isInside(one.inputs.subnetId),
  );
  const balancers = stored(call, "aws:lb/loadBalancer:LoadBalancer").filter(
    (one) => one.inputs.internal !== true && Array.isArray(one.inputs.subnets) && one.inputs.subnets.some(isInside),
  );
  const users = [...gateways, ...balancers].map((one) => one.id);
  if (users.length === 0) return [];
  const message = `Network ${vpc} has some mapped public addresses (${users.join(", ")}): delete those before the internet gateway.`;
  return [{ code: "DependencyViolation", message }];
}

function refuseNatWithoutAddress({ inputs }: Call): Refusal[] {
  const kind = textAt(inputs, "connectivityType") ?? (isSet(inputs, "connectivityType") ? undefined : "public");
  const isRegional = isSet(inputs, "availabilityMode") && textAt(inputs, "availabilityMode") !== "zonal";
  return [
    ...when(
      kind === "public" && !isRegional && !isSet(inputs, "allocationId"),
      "MissingParameter",
      "allocationId",
      "allocationId is missing: a public NAT gateway needs an elastic IP address.",
    ),
    ...when(
      kind === "private" && isSet(inputs, "allocationId"),
      "InvalidParameterCombination",
      "allocationId",
      "allocationId is set and connectivityType is private: remove it.",
    ),
  ];
}

function refuseUsedAddress(call: Call): Refusal[] {
  const address = textAt(call.inputs, "allocationId");
  if (address === undefined || isUnchanged(call, "allocationId")) return [];
  const other = stored(call, natGatewayType).find((one) => one.inputs.allocationId === address && !isSelf(call, one));
  if (other === undefined) return [];
  const message = `allocationId is "${address}": that address is already associated with ${other.id}. Allocate another.`;
  return [refusal("Resource.AlreadyAssociated", "allocationId", message)];
}

function refuseNatWithoutGateway(call: Call): Refusal[] {
  const vpc = textAt(find(call, [subnetType], textAt(call.inputs, "subnetId") ?? "")?.inputs, "vpcId");
  const isPrivate = textAt(call.inputs, "connectivityType") === "private";
  if (vpc === undefined || isPrivate || call.operation !== "create" || gatewaysOf(call, vpc).length > 0) return [];
  const message = `subnetId lies in ${vpc}, which has no internet gateway attached. Attach one and let the NAT gateway depend on it.`;
  return [refusal("Gateway.NotAttached", "subnetId", message)];
}
