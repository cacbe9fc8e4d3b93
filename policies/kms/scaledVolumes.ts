import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import type { Node } from "../shared/node";
import { grantType } from "./keyDocument";
import type { KeyNames } from "./keyNames";
import type { KeyUse } from "./keyUse";

export const templateType = "aws:ec2/launchTemplate:LaunchTemplate";
export const scalingGroupType = "aws:autoscaling/group:Group";
export const scalingService = "autoscaling.amazonaws.com";

/**
 * Machines with encrypted volumes that an Auto Scaling group starts: it does so by its service-linked role, which nobody
 * can give rights but the key. https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
export function volumesWith(stack: StackIndex, key: KeyNames): KeyUse[] {
  return stack
    .ofType(templateType)
    .filter((template) => encryptsVolumes(template, key) && isScaled(stack, template))
    .map((user) => ({ service: scalingService, user, actions: ["kms:Decrypt", "kms:CreateGrant"] }));
}

function encryptsVolumes(template: StackResource, key: KeyNames): boolean {
  const devices = template.props.at("blockDeviceMappings");
  if (!devices.isKnown) return false;
  return devices.items().some((device) => key.areIn(template, "blockDeviceMappings", device.at("ebs", "kmsKeyId")));
}

function isScaled(stack: StackIndex, template: StackResource): boolean {
  return stack.ofType(scalingGroupType).some(({ propertyDependencies: { launchTemplate, mixedInstancesPolicy } }) => {
    const templates = [...(launchTemplate ?? []), ...(mixedInstancesPolicy ?? [])];
    return templates.some(({ urn }) => urn === template.urn);
  });
}

/** Whether the principal is that role. One that is not known yet may be. */
export function mayScale(principal: Node): boolean {
  return principal.isUnknown || /:role\/aws-service-role\/autoscaling\.amazonaws\.com\//.test(String(principal.raw));
}

/** Whether a grant, and not the key's policy, gives the role its rights. */
export function scalesByGrant(stack: StackIndex, key: StackResource): boolean {
  const grants = stack.linked([grantType], "keyId", key);
  return grants.some(({ props }) => mayScale(props.at("granteePrincipal")));
}
