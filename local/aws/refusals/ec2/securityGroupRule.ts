import { fields, ipv4Cidr, ipv6Cidr, oneOf } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSelf } from "../duplicates";
import { isSet, hasUnknown, listAt, valueAt } from "../paths";
import { exists, stored } from "../references";
import type { Rule, RuleTable, TypeRules } from "../rules";
import { refusal, when } from "../rules";
import { portProblems } from "./ports";
import { description } from "./securityGroup";
import { securityGroupType } from "./types";

const ingressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const egressType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const plainType = "aws:ec2/securityGroupRule:SecurityGroupRule";
const sources = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];
const plainSources = ["cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "sourceSecurityGroupId", "self"];
const identity = ["securityGroupId", "ipProtocol", "fromPort", "toPort", ...sources];
const plainIdentity = ["securityGroupId", "type", "protocol", "fromPort", "toPort", ...plainSources];
const groupExists = exists("InvalidGroup.NotFound", "securityGroupId", "security group", securityGroupType);

export const securityGroupRuleRules: RuleTable = {
  [ingressType]: single(ingressType),
  [egressType]: single(egressType),
  [plainType]: {
    inputs: [
      fields("InvalidParameterValue", {
        type: oneOf("ingress", "egress"),
        description,
        "cidrBlocks[]": ipv4Cidr,
        "ipv6CidrBlocks[]": ipv6Cidr,
      }),
      ({ inputs }) => portProblems(inputs, "", "protocol"),
      refuseNoSource,
    ],
    account: [
      groupExists,
      exists("InvalidGroup.NotFound", "sourceSecurityGroupId", "security group", securityGroupType),
      refuseSame(plainType, plainIdentity),
    ],
  },
};

function single(type: string): TypeRules {
  return {
    inputs: [
      fields("InvalidParameterValue", { cidrIpv4: ipv4Cidr, cidrIpv6: ipv6Cidr, description }),
      ({ inputs }) => portProblems(inputs, "", "ipProtocol"),
      refuseSources,
    ],
    account: [
      groupExists,
      exists("InvalidGroup.NotFound", "referencedSecurityGroupId", "security group", securityGroupType),
      refuseSame(type, identity),
    ],
  };
}

function refuseSources({ inputs }: Call): Refusal[] {
  const given = sources.filter((name) => isSet(inputs, name));
  const fix = `set exactly one of ${sources.join(", ")}`;
  return when(
    given.length !== 1,
    "InvalidParameterCombination",
    given[1] ?? "cidrIpv4",
    `${given.join(" and ") || "no source"} given: ${fix}.`,
  );
}

function refuseNoSource({ inputs }: Call): Refusal[] {
  const given = plainSources.filter(
    (name) => isSet(inputs, name) && valueAt(inputs, name) !== false && listAt(inputs, name)?.length !== 0,
  );
  return when(
    given.length === 0,
    "MissingParameter",
    "cidrBlocks",
    `no source given: set one of ${plainSources.join(", ")}.`,
  );
}

/** The same rule twice in one group. */
function refuseSame(type: string, fieldsOfRule: string[]): Rule {
  return (call) => {
    const key = (inputs: Record<string, unknown>): string =>
      JSON.stringify(fieldsOfRule.map((name) => inputs[name] ?? null));
    if (call.operation !== "create" || hasUnknown(call.inputs)) return [];
    const twin = stored(call, type).find((one) => !isSelf(call, one) && key(one.inputs) === key(call.inputs));
    if (twin === undefined) return [];
    const message = `the specified rule already exists in this security group (${twin.id}): remove one of the two.`;
    return [refusal("InvalidPermission.Duplicate", "securityGroupId", message)];
  };
}
