import { Node } from "../shared/node";
import type { Resource } from "../shared/resource";

const pointType = "aws:s3/accessPoint:AccessPoint";
const multiRegionType = "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy";

/** Where policies of access points stand. */
export const accessPointReads: Readonly<Record<string, readonly string[]>> = {
  [pointType]: ["policy", "vpcConfiguration"],
  "aws:s3control/accessPointPolicy:AccessPointPolicy": ["policy"],
  "aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy": ["policy"],
  [multiRegionType]: ["details.policy"],
};

/** The policy of a bucket or an access point. */
export function policyOf({ type, props }: Resource): Node {
  const policy = type === multiRegionType ? props.at("details", "policy") : props.at("policy");
  // The provider takes an empty object to mean that the access point has no policy.
  const isNone = type === pointType && typeof policy.raw === "string" && /^\s*\{\s*\}\s*$/.test(policy.raw);
  return isNone ? new Node(undefined, policy.path) : policy;
}

/**
 * Whether only one VPC reaches the access point: AWS never counts such a one as public.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status-access-points
 */
export function isInNetwork({ type, props }: Resource): boolean {
  return type === pointType && !props.at("vpcConfiguration").isAbsent;
}
