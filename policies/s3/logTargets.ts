import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { bucketLoggingTypes, loadBalancerTypes } from "../shared/tokens";

/**
 * Whether S3 or a load balancer delivers access logs into the bucket. Both can write only to a bucket encrypted with
 * keys that S3 manages, and a bucket that logged its own log deliveries would never stop.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export function receivesAccessLogs(stack: StackIndex, bucket: StackResource): boolean {
  if (stack.linked(bucketLoggingTypes, "targetBucket", bucket).length > 0) return true;
  const names = ["bucket", "id"].map((property) => bucket.props.at(property)).filter((node) => node.isKnown);
  return stack.ofType(...loadBalancerTypes).some(
    (loadBalancer) =>
      [loadBalancer.propertyDependencies.accessLogs ?? [], loadBalancer.propertyDependencies.connectionLogs ?? []]
        .flat()
        .some(({ urn }) => urn === bucket.urn) ||
      ["accessLogs", "connectionLogs"].some((logs) => {
        const target = loadBalancer.props.at(logs, "bucket");
        return target.isKnown && names.some(({ raw }) => raw === target.raw);
      }),
  );
}
