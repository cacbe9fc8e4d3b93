import type { Node } from "../shared/node";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { bucketAclTypes, bucketLoggingTypes, bucketTypes, loadBalancerTypes } from "../shared/tokens";
import { loadBalancerAccounts } from "./loadBalancerAccounts";

const policyType = "aws:s3/bucketPolicy:BucketPolicy";
const classicType = "aws:elb/loadBalancer:LoadBalancer";
const logBlocks = ["accessLogs", "connectionLogs", "healthCheckLogs"] as const;
const writers = ["logging.s3.amazonaws.com", "logdelivery.elasticloadbalancing.amazonaws.com", ...loadBalancerAccounts];

type Targets = ReadonlySet<StackResource | undefined>;
const known = new WeakMap<StackIndex, { readonly plain: Targets; readonly others: Targets }>();

/** Whether access logs are delivered into the bucket: one that logged its own log deliveries would never stop. */
export function receivesAccessLogs(stack: StackIndex, bucket: StackResource): boolean {
  const { plain, others } = targetsOf(stack);
  return plain.has(bucket) || others.has(bucket);
}

/**
 * Whether S3 or an application load balancer delivers access logs into the bucket: they write only to one that is
 * encrypted with keys that S3 manages. A network load balancer can use a customer managed key.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export function takesNoCustomerKey(stack: StackIndex, bucket: StackResource): boolean {
  return targetsOf(stack).plain.has(bucket);
}

function targetsOf(stack: StackIndex) {
  let targets = known.get(stack);
  if (!targets) {
    const balancers = stack.ofType(...loadBalancerTypes, classicType);
    const isNetwork = ({ props }: StackResource) => props.at("loadBalancerType").raw === "network";
    const names = namesOf(stack);
    const blocksOf = (balancer: StackResource) => blockTargets(balancer, logBlocks, "bucket", names);
    const plain = balancers.filter((balancer) => !isNetwork(balancer)).flatMap(blocksOf);
    targets = {
      plain: new Set([...plain, ...loggingTargets(stack, names), ...declaredTargets(stack)]),
      others: new Set(balancers.filter(isNetwork).flatMap(blocksOf)),
    };
    known.set(stack, targets);
  }
  return targets;
}

type Names = ReadonlyMap<unknown, StackResource>;

function namesOf(stack: StackIndex): Names {
  const buckets = stack.ofType(...bucketTypes);
  return new Map(buckets.flatMap((bucket) => ["bucket", "id"].map((name) => [bucket.props.at(name).raw, bucket])));
}

/** The buckets that the blocks name: by what they are made of, or by their names. */
function blockTargets(owner: StackResource, blocks: readonly string[], property: string, names: Names) {
  return blocks.flatMap((block) => {
    const made = (owner.propertyDependencies[block] ?? []).filter(({ type }) => bucketTypes.includes(type));
    const node = owner.props.at(block);
    const named = node.isKnown ? node.items().map((item) => item.at(property)) : [];
    return [...made, ...named.filter(({ isKnown }) => isKnown).map(({ raw }) => names.get(raw))];
  });
}

function loggingTargets(stack: StackIndex, names: Names) {
  const separate = stack.ofType(...bucketLoggingTypes);
  return [
    ...separate.map((logging) => stack.target(logging, "targetBucket", bucketTypes)),
    ...stack
      .ofType(...bucketTypes)
      .flatMap((bucket) => blockTargets(bucket, ["logging", "loggings"], "targetBucket", names)),
  ];
}

/** Buckets whose own policy or access control list lets the writers in, whose sources may be in other stacks. */
function declaredTargets(stack: StackIndex) {
  const opens = ({ props }: StackResource) =>
    props.at("acl").raw === "log-delivery-write" || letsIn(props.at("policy"));
  const separate = stack.ofType(...bucketAclTypes, policyType).filter(opens);
  const buckets = separate.map((resource) => stack.target(resource, "bucket", bucketTypes));
  return [...buckets, ...stack.ofType(...bucketTypes).filter(opens)];
}

function letsIn({ raw }: Node): boolean {
  const text = typeof raw === "string" ? raw : (JSON.stringify(raw) ?? "");
  return writers.some((writer) => text.includes(writer));
}
