import { parseArn } from "../arn";
import { fields, matches, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSelf } from "../duplicates";
import { loadBalancerType } from "../elb/types";
import { textAt } from "../paths";
import { exists, find, missingAt, stored } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { aclType, associationType } from "./types";

const code = "WAFInvalidParameterException";

export const aclAssociationRules: RuleTable = {
  [associationType]: {
    inputs: [fields(code, { webAclArn: matches(/^arn:aws[a-z-]*:wafv2:/, "the ARN of a web ACL") }), refuseResource],
    account: [
      exists("WAFNonexistentItemException", "webAclArn", "web ACL", aclType),
      refuseMissingBalancer,
      refuseGlobalAcl,
      refuseSecondAcl,
    ],
  },
};

function refuseResource({ inputs }: Call): Refusal[] {
  const resource = textAt(inputs, "resourceArn");
  const arn = parseArn(resource);
  const services = ["elasticloadbalancing", "apigateway", "appsync", "cognito-idp", "apprunner", "ec2", "amplify"];
  const isFine = arn !== undefined && services.includes(arn.service) && !arn.resource.startsWith("loadbalancer/net/");
  return when(
    resource !== undefined && !isFine,
    code,
    "resourceArn",
    `resourceArn is ${show(resource)}: give the ARN of an Application Load Balancer or another regional resource.`,
  );
}

function refuseMissingBalancer(call: Call): Refusal[] {
  const resource = textAt(call.inputs, "resourceArn") ?? "";
  if (!resource.includes(":loadbalancer/")) return [];
  return missingAt(call, "WAFUnavailableEntityException", "resourceArn", resource, "load balancer", [loadBalancerType]);
}

function refuseGlobalAcl(call: Call): Refusal[] {
  const acl = find(call, [aclType], textAt(call.inputs, "webAclArn") ?? "");
  return when(
    acl?.inputs.scope === "CLOUDFRONT",
    code,
    "webAclArn",
    `webAclArn is ${show(call.inputs.webAclArn)}, of scope CLOUDFRONT: use a web ACL of scope REGIONAL.`,
  );
}

function refuseSecondAcl(call: Call): Refusal[] {
  const resource = textAt(call.inputs, "resourceArn");
  const other = stored(call, associationType).find((one) => !isSelf(call, one) && one.inputs.resourceArn === resource);
  if (resource === undefined || other === undefined) return [];
  const message = `resourceArn is ${show(resource)}: it has a web ACL already (${other.id}). Keep one association.`;
  return [refusal("WAFInvalidOperationException", "resourceArn", message)];
}
