import { fields, first, ipv4Cidr, oneOf, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSelf } from "../duplicates";
import { isSet, isUnchanged, textAt } from "../paths";
import { exists, find, regionOf, stored, unused } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { contains, overlaps, sizeProblem } from "./cidr";
import { endpointType, internetGatewayType, natGatewayType, securityGroupType, subnetType, vpcType } from "./types";

const secondaryBlockType = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
const inVpc = (type: string): { type: string; paths: string[] } => ({ type, paths: ["vpcId"] });

export const networkRules: RuleTable = {
  [vpcType]: {
    inputs: [
      fields("InvalidParameterValue", { cidrBlock: ipv4Cidr, instanceTenancy: oneOf("default", "dedicated") }),
      fields("InvalidVpc.Range", { cidrBlock: sizeProblem }),
      refuseVpc,
    ],
    removal: [
      unused(
        "DependencyViolation",
        "vpc",
        ...[subnetType, internetGatewayType, endpointType, securityGroupType].map(inVpc),
      ),
    ],
  },
  [subnetType]: {
    inputs: [
      fields("InvalidParameterValue", { cidrBlock: ipv4Cidr }),
      fields("InvalidSubnet.Range", { cidrBlock: first(sizeProblem) }),
      refuseZone,
    ],
    account: [exists("InvalidVpcID.NotFound", "vpcId", "VPC", vpcType), refuseOutside, refuseOverlap],
    removal: [
      unused(
        "DependencyViolation",
        "subnet",
        { type: "aws:lb/loadBalancer:LoadBalancer", paths: ["subnets[]", "subnetMappings[].subnetId"] },
        { type: natGatewayType, paths: ["subnetId"] },
        { type: endpointType, paths: ["subnetIds[]"] },
        { type: "aws:ecs/service:Service", paths: ["networkConfiguration.subnets[]"] },
      ),
    ],
  },
};

function refuseVpc({ inputs }: Call): Refusal[] {
  const hasPool = isSet(inputs, "ipv4IpamPoolId");
  return [
    ...when(
      !isSet(inputs, "cidrBlock") && !hasPool,
      "MissingParameter",
      "cidrBlock",
      "cidrBlock is missing: set it (or ipv4IpamPoolId).",
    ),
    ...when(
      inputs.enableDnsHostnames === true && inputs.enableDnsSupport === false,
      "InvalidParameterCombination",
      "enableDnsHostnames",
      "enableDnsHostnames is true and enableDnsSupport is false: set enableDnsSupport to true.",
    ),
  ];
}

function refuseZone(call: Call): Refusal[] {
  const zone = textAt(call.inputs, "availabilityZone");
  const region = regionOf(call);
  if (zone === undefined || (zone.startsWith(region) && /^[a-z]$/.test(zone.slice(region.length)))) return [];
  if (zone.startsWith(`${region}-`)) return [];
  const message = `availabilityZone is ${show(zone)}: it is not a zone of ${region}. Use one such as ${region}a.`;
  return [refusal("InvalidParameterValue", "availabilityZone", message)];
}

function refuseOutside(call: Call): Refusal[] {
  const block = textAt(call.inputs, "cidrBlock");
  const vpc = find(call, [vpcType], textAt(call.inputs, "vpcId") ?? "");
  const main = textAt(vpc?.inputs, "cidrBlock") ?? textAt(vpc?.outputs, "cidrBlock");
  if (block === undefined || vpc === undefined || main === undefined) return [];
  const more = stored(call, secondaryBlockType).filter((one) => one.inputs.vpcId === vpc.id);
  const blocks = [main, ...more.map((one) => String(one.inputs.cidrBlock))];
  if (blocks.some((one) => contains(one, block))) return [];
  const message = `cidrBlock is ${show(block)}: it is not inside the VPC ${vpc.id} (${blocks.join(", ")}). Choose a block inside it.`;
  return [refusal("InvalidSubnet.Range", "cidrBlock", message)];
}

function refuseOverlap(call: Call): Refusal[] {
  const block = textAt(call.inputs, "cidrBlock");
  const vpc = textAt(call.inputs, "vpcId");
  if (block === undefined || vpc === undefined || isUnchanged(call, "cidrBlock")) return [];
  const others = stored(call, subnetType).filter((one) => one.inputs.vpcId === vpc && !isSelf(call, one));
  const other = others.find((one) => overlaps(one.inputs.cidrBlock, block));
  if (other === undefined) return [];
  const message = `cidrBlock is ${show(block)}: it conflicts with subnet ${other.id} (${String(other.inputs.cidrBlock)}). Choose a free block.`;
  return [refusal("InvalidSubnet.Conflict", "cidrBlock", message)];
}
