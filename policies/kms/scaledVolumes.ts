import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { namesKey } from "./keyNames";
import type { KeyUse } from "./keyUse";

export const templateType = "aws:ec2/launchTemplate:LaunchTemplate";
export const scalingGroupType = "aws:autoscaling/group:Group";
export const scalingService = "autoscaling.amazonaws.com";

/**
 * Machines with encrypted volumes that an Auto Scaling group starts: it does so by its service-linked role, which nobody
 * can give rights but the key. https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
export function volumesWith(stack: StackIndex, key: StackResource): KeyUse[] {
  return stack
    .ofType(templateType)
    .filter((template) => encryptsVolumes(stack, template, key) && isScaled(stack, template))
    .map((user) => ({ service: scalingService, user, actions: ["kms:decrypt", "kms:creategrant"] }));
}

function encryptsVolumes(stack: StackIndex, template: StackResource, key: StackResource): boolean {
  const devices = template.props.at("blockDeviceMappings");
  if (!devices.isKnown) return false;
  return devices
    .items()
    .some((device) => namesKey(stack, template, "blockDeviceMappings", device.at("ebs", "kmsKeyId"), key));
}

function isScaled(stack: StackIndex, template: StackResource): boolean {
  return stack.ofType(scalingGroupType).some(({ propertyDependencies: { launchTemplate, mixedInstancesPolicy } }) => {
    const templates = [...(launchTemplate ?? []), ...(mixedInstancesPolicy ?? [])];
    return templates.some(({ urn }) => urn === template.urn);
  });
}
