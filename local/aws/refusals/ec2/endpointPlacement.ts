import type { Call, Refusal, StoredResource } from "../contract";
import { isSelf } from "../duplicates";
import { textAt, valuesAt } from "../paths";
import { find, stored } from "../references";
import { when } from "../rules";
import { endpointType, subnetType, vpcType } from "./types";

/** Private names need both DNS attributes of the VPC, and no second endpoint for the same service. */
export function refusePrivateNames(call: Call): Refusal[] {
  const vpcId = textAt(call.inputs, "vpcId");
  const vpc = find(call, [vpcType], vpcId ?? "");
  const service = textAt(call.inputs, "serviceName");
  if (call.inputs.privateDnsEnabled !== true || vpc === undefined || call.operation !== "create") return [];
  const hasNames = vpc.inputs.enableDnsHostnames === true && vpc.inputs.enableDnsSupport !== false;
  const isTwin = ({ inputs }: StoredResource): boolean =>
    inputs.vpcId === vpcId && inputs.serviceName === service && inputs.privateDnsEnabled === true;
  const twin = stored(call, endpointType).find((one) => !isSelf(call, one) && isTwin(one));
  const at = "privateDnsEnabled";
  return [
    ...when(
      !hasNames,
      "InvalidParameter",
      at,
      `${at} is true: enabling private DNS requires both enableDnsSupport and enableDnsHostnames of VPC ${vpc.id} set to true.`,
    ),
    ...when(
      twin !== undefined,
      "InvalidParameter",
      at,
      `${at} is true: there is already a conflicting DNS domain for ${service} in the VPC (${twin?.id}). Keep one endpoint.`,
    ),
  ];
}

/** One subnet per zone. */
export function refuseSameZone(call: Call): Refusal[] {
  const zones = valuesAt(call.inputs, "subnetIds[]").flatMap(({ value }) => {
    const subnet = find(call, [subnetType], String(value));
    return textAt(subnet?.outputs, "availabilityZone") ?? textAt(subnet?.inputs, "availabilityZone") ?? [];
  });
  const repeated = zones.find((zone, index) => zones.indexOf(zone) !== index);
  return when(
    repeated !== undefined,
    "DuplicateSubnetsInSameZone",
    "subnetIds",
    `subnetIds has two subnets in ${repeated}: give one subnet per zone.`,
  );
}
