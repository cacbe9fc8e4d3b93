import { strict as assert } from "node:assert";
import { receivesAccessLogs, takesNoCustomerKey } from "../../../policies/s3/logTargets";
import { stackOf, unknown } from "../../support/policy";
import type { Described } from "../../support/policy";

const logs = (props: object = {}) => ({
  type: "aws:s3/bucket:Bucket",
  name: "logs",
  props: { bucket: "logs", ...props },
});

/** Whether the bucket receives access logs, and whether these allow no customer managed key. */
function judged(bucket: Described, ...others: Described[]): [receives: boolean, plain: boolean] {
  const stack = stackOf(bucket, ...others);
  const target = stack.all[0];
  assert.ok(target);
  return [receivesAccessLogs(stack, target), takesNoCustomerKey(stack, target)];
}

describe("buckets that receive access logs", () => {
  const writers: [writer: string, described: Described, expected: [boolean, boolean]][] = [
    ["a bucket", { type: "aws:s3/bucketLogging:BucketLogging", props: { targetBucket: "logs" } }, [true, true]],
    [
      "the older spelling",
      { type: "aws:s3/bucketLoggingV2:BucketLoggingV2", props: { targetBucket: "logs" } },
      [true, true],
    ],
    ["an inline block", { type: "aws:s3/bucket:Bucket", props: { logging: { targetBucket: "logs" } } }, [true, true]],
    [
      "an older inline block",
      { type: "aws:s3/bucketV2:BucketV2", props: { loggings: [{ targetBucket: "logs" }] } },
      [true, true],
    ],
    [
      "an application load balancer",
      { type: "aws:lb/loadBalancer:LoadBalancer", props: { accessLogs: { bucket: "logs" } } },
      [true, true],
    ],
    [
      "its connections",
      { type: "aws:alb/loadBalancer:LoadBalancer", props: { connectionLogs: { bucket: "logs" } } },
      [true, true],
    ],
    [
      "a classic load balancer",
      { type: "aws:elb/loadBalancer:LoadBalancer", props: { accessLogs: { bucket: "logs" } } },
      [true, true],
    ],
    [
      "a network load balancer, which can use a key",
      {
        type: "aws:lb/loadBalancer:LoadBalancer",
        props: { loadBalancerType: "network", accessLogs: { bucket: "logs" } },
      },
      [true, false],
    ],
    [
      "nobody",
      { type: "aws:lb/loadBalancer:LoadBalancer", props: { accessLogs: { bucket: "elsewhere" } } },
      [false, false],
    ],
  ];
  for (const [writer, described, expected] of writers) {
    it(`are told for ${writer}`, () => assert.deepEqual(judged(logs(), described), expected));
  }

  it("are told by what a name that is not known yet is made of", () => {
    const balancer = {
      type: "aws:lb/loadBalancer:LoadBalancer",
      name: "lb",
      props: { accessLogs: { bucket: unknown } },
      dependsOn: { accessLogs: ["logs"] },
    };
    assert.deepEqual(judged(logs(), balancer), [true, true]);
  });

  const policy = (principal: object) =>
    JSON.stringify({ Statement: [{ Effect: "Allow", Action: "s3:PutObject", Principal: principal }] });
  const writing: [who: string, principal: object, expected: boolean][] = [
    ["S3", { Service: "logging.s3.amazonaws.com" }, true],
    ["load balancers", { Service: "logdelivery.elasticloadbalancing.amazonaws.com" }, true],
    ["load balancers of an older region", { AWS: "arn:aws:iam::156460612806:root" }, true],
    ["another service", { Service: "cloudtrail.amazonaws.com" }, false],
  ];
  for (const [who, principal, expected] of writing) {
    it(`are ${expected ? "" : "not "}told by a policy that lets in ${who}`, () => {
      const separate = {
        type: "aws:s3/bucketPolicy:BucketPolicy",
        props: { bucket: "logs", policy: policy(principal) },
      };
      assert.deepEqual(judged(logs(), separate), [expected, expected]);
      assert.deepEqual(judged(logs({ policy: policy(principal) })), [expected, expected]);
    });
  }

  it("are told by their access control list", () => {
    assert.deepEqual(judged(logs({ acl: "log-delivery-write" })), [true, true]);
    const list = { type: "aws:s3/bucketAcl:BucketAcl", props: { bucket: "logs", acl: "log-delivery-write" } };
    assert.deepEqual(judged(logs(), list), [true, true]);
  });
});
