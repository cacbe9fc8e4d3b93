import type { Node } from "../shared/node";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { bucketAclTypes, bucketLoggingTypes, bucketTypes, loadBalancerTypes } from "../shared/tokens";
import { inlineBlocks } from "./inline";
import { loadBalancerAccounts } from "./loadBalancerAccounts";

const classicType = "aws:elb/loadBalancer:LoadBalancer";
const policyType = "aws:s3/bucketPolicy:BucketPolicy";
const logBlocks = ["accessLogs", "connectionLogs", "healthCheckLogs"] as const;
const plainWriters = ["logging.s3.amazonaws.com", "logdelivery.elasticloadbalancing.amazonaws.com", ...loadBalancerAccounts];

interface LogTargets {
  readonly all: ReadonlySet<StackResource>;
  /** Those whose writers know no key but those of S3. */
  readonly plain: ReadonlySet<StackResource>;
}

/** Whether access logs are delivered into the bucket: one that logged its own log deliveries would never stop. */
export function receivesAccessLogs(stack: StackIndex, bucket: StackResource): boolean {
  return targetsOf(stack).all.has(bucket);
}

/**
 * Whether S3 or an application load balancer delivers access logs into the bucket: they write only to one that is
 * encrypted with keys that S3 manages. Network load balancers can use a customer managed key.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export function takesNoCustomerKey(stack: StackIndex, bucket: StackResource): boolean {
  return targetsOf(stack).plain.has(bucket);
}

const known = new WeakMap<StackIndex, LogTargets>();

function targetsOf(stack: StackIndex): LogTargets {
  const made = known.get(stack) ?? find(stack);
  known.set(stack, made);
  return made;
}

function find(stack: StackIndex): LogTargets {
  const [all, plain] = [new Set<StackResource>(), new Set<StackResource>()];
  const add = (buckets: Iterable<StackResource | undefined>, isPlain = true) => {
    for (const bucket of buckets) if (bucket) (isPlain ? plain : all).add(bucket);
  };
  const byName = new Map(stack.ofType(...bucketTypes).flatMap((bucket) => ["bucket", "id"].map((name) => [bucket.props.at(name).raw, bucket])));
  const named = (node: Node) => (node.isKnown ? [byName.get(node.raw)] : []);
  const madeOf = (owner: StackResource, property: string) => (owner.propertyDependencies[property] ?? []).filter(({ type }) => bucketTypes.includes(type));
  add(stack.ofType(...bucketLoggingTypes).map((logging) => stack.target(logging, "targetBucket", bucketTypes)));
  for (const bucket of stack.ofType(...bucketTypes)) {
  }
  return { all: new Set([...all, ...plain]), plain };
}
