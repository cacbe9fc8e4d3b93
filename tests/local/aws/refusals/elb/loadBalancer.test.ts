import { strict as assert } from "node:assert";
import { deletion, expectRefusal, policyOf, stored, table } from "../support";
import { balancer, gateway, securityGroup, subnet, subnets } from "./fixtures";

const type = "aws:lb/loadBalancer:LoadBalancer";
const bucket = (name: string): ReturnType<typeof stored> =>
  stored("aws:s3/bucket:Bucket", name, { bucket: name }, { __region: "global" });
const writing = {
  Effect: "Allow",
  Action: "s3:PutObject",
  Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
  Resource: "*",
};
const policy = (name: string): ReturnType<typeof stored> =>
  stored("aws:s3/bucketPolicy:BucketPolicy", name, { bucket: name, policy: policyOf(writing) });
const encrypted = stored(
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "kms-logs",
  { bucket: "kms-logs", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }] },
);
const logs = (name: string): Record<string, unknown> => ({ accessLogs: { bucket: name, enabled: true } });

describe("elb/loadBalancer", () => {
  table({
    type,
    base: { name: "web", loadBalancerType: "application", subnets: ["subnet-a", "subnet-b"], securityGroups: ["sg-1"] },
    store: [
      ...subnets,
      gateway,
      securityGroup,
      subnet("subnet-x", "eu-west-1c", "vpc-2"),
      subnet("subnet-y", "eu-west-1b", "vpc-2"),
      balancer("app", "application"),
      ...["open-logs", "closed-logs", "kms-logs"].map(bucket),
      policy("open-logs"),
      policy("kms-logs"),
      encrypted,
    ],
    accepts: {
      "an internal one without gateway": { internal: true, subnets: ["subnet-x", "subnet-y"] },
      "a network one in one zone": { loadBalancerType: "network", subnets: ["subnet-a"] },
      "logs to an open bucket": logs("open-logs"),
      "logs that are off": { accessLogs: { bucket: "nope", enabled: false } },
    },
    refuses: {
      "33 characters": [{ name: "w".repeat(33) }, "ValidationError", "1 to 32"],
      "a hyphen at the end": [{ name: "web-" }, "ValidationError", "no hyphen"],
      "internal- in front": [{ name: "internal-web" }, "ValidationError", "internal-"],
      "a name that is taken": [{ name: "lb-app" }, "DuplicateLoadBalancerName"],
      "one subnet": [{ subnets: ["subnet-a"] }, "ValidationError", "at least two subnets"],
      "two subnets of one zone": [
        { subnets: ["subnet-a", "subnet-c"] },
        "InvalidConfigurationRequest",
        "same Availability Zone",
      ],
      "subnets of two networks": [
        { subnets: ["subnet-a", "subnet-y"] },
        "InvalidConfigurationRequest",
        "different VPCs",
      ],
      "a subnet that is not there": [{ subnets: ["subnet-a", "subnet-9"] }, "SubnetNotFound"],
      "no subnets": [{ subnets: undefined }, "ValidationError", "subnets is missing"],
      "a security group that is not there": [{ securityGroups: ["sg-9"] }, "InvalidSecurityGroup"],
      "a public one without gateway": [{ subnets: ["subnet-x", "subnet-y"] }, "InvalidSubnet", "no internet gateway"],
      "another type": [{ loadBalancerType: "alb" }, "ValidationError", "application"],
      "a long time-out": [{ idleTimeout: 4001 }, "ValidationError", "1 to 4000"],
      "logs to nowhere": [logs("nope"), "InvalidConfigurationRequest", "no such bucket"],
      "logs to a closed bucket": [logs("closed-logs"), "InvalidConfigurationRequest", "must allow s3:PutObject"],
      "logs to a bucket with a KMS key": [logs("kms-logs"), "InvalidConfigurationRequest", "SSE-S3"],
    },
  });
  it("refuses to delete a protected load balancer", () => {
    const guarded = stored(type, "lb", { enableDeletionProtection: true });
    expectRefusal(deletion(guarded), "OperationNotPermitted", "enableDeletionProtection");
    assert.deepEqual(deletion(stored(type, "lb", { enableDeletionProtection: false })), []);
  });
});
