import { fields, first, characters, ipv4Cidr, ipv6Cidr, matches } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { recordsAt } from "../paths";
import { exists, unused } from "../references";
import type { RuleTable } from "../rules";
import { portProblems } from "./ports";
import { endpointType, securityGroupType, vpcType } from "./types";

const code = "InvalidParameterValue";
const text = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]*$/;
const words = "letters, digits, spaces and ._-:/()#,@[]+=&;{}!$* only";
export const description = first(characters(0, 255), matches(text, words));

const rulePaths = (kind: string): Record<string, typeof ipv4Cidr> => ({
  [`${kind}[].cidrBlocks[]`]: ipv4Cidr,
  [`${kind}[].ipv6CidrBlocks[]`]: ipv6Cidr,
  [`${kind}[].description`]: description,
});

export const securityGroupRules: RuleTable = {
  [securityGroupType]: {
    inputs: [
      fields(code, {
        name: first(
          characters(1, 255),
          matches(text, words),
          matches(/^(?!sg-)/, "a name that does not begin with sg-"),
        ),
        description: first(characters(1, 255), description),
        ...rulePaths("ingress"),
        ...rulePaths("egress"),
      }),
      refuseInlineRules,
    ],
    account: [
      exists("InvalidVpcID.NotFound", "vpcId", "VPC", vpcType),
      unique("InvalidGroup.Duplicate", securityGroupType, "security group of this VPC", {
        key: "name",
        within: ["vpcId"],
      }),
      exists("InvalidGroup.NotFound", "ingress[].securityGroups[]", "security group", securityGroupType),
      exists("InvalidGroup.NotFound", "egress[].securityGroups[]", "security group", securityGroupType),
    ],
    removal: [
      unused(
        "DependencyViolation",
        "security group",
        { type: securityGroupType, paths: ["ingress[].securityGroups[]", "egress[].securityGroups[]"] },
        { type: "aws:ec2/securityGroupRule:SecurityGroupRule", paths: ["sourceSecurityGroupId"] },
        { type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", paths: ["referencedSecurityGroupId"] },
        { type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", paths: ["referencedSecurityGroupId"] },
        { type: "aws:lb/loadBalancer:LoadBalancer", paths: ["securityGroups[]"] },
        { type: "aws:ecs/service:Service", paths: ["networkConfiguration.securityGroups[]"] },
        { type: endpointType, paths: ["securityGroupIds[]"] },
      ),
    ],
  },
};

function refuseInlineRules({ inputs }: Call): Refusal[] {
  return ["ingress[]", "egress[]"].flatMap((kind) =>
    recordsAt(inputs, kind).flatMap(({ path, value }) => portProblems(value, path, "protocol")),
  );
}
