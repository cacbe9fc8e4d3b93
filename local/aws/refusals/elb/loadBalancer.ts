import { fields, matches, oneOf, wholeNumber } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { isSet, listAt } from "../paths";
import { exists, self } from "../references";
import type { RuleTable } from "../rules";
import { when } from "../rules";
import { refuseAccessLogs } from "./accessLogs";
import { isApplication, refuseWithoutGateway, refuseZones, subnetType } from "./placement";
import { elbName } from "./targetGroup";
import { loadBalancerType } from "./types";

const code = "ValidationError";

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

function refuseProtected(call: Call): Refusal[] {
  if (self(call).inputs.enableDeletionProtection !== true) return [];
  const message = `Load balancer ${call.id} cannot be deleted because deletion protection is enabled: set enableDeletionProtection to false and run up before the delete.`;
  return [{ code: "OperationNotPermitted", message, property: "enableDeletionProtection" }];
}
