import { arn, role, roleArn, stored, table } from "../support";

const bucket = stored(
  "aws:s3/bucket:Bucket",
  "flow",
  { bucket: "flow" },
  { arn: "arn:aws:s3:::flow", __region: "global" },
);

describe("ec2/flowLog", () => {
  table({
    type: "aws:ec2/flowLog:FlowLog",
    base: {
      vpcId: "vpc-1",
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: arn("logs", "log-group:/vpc"),
      iamRoleArn: roleArn("flow"),
      maxAggregationInterval: 60,
    },
    store: [
      stored("aws:ec2/vpc:Vpc", "vpc-1"),
      role("flow", "vpc-flow-logs.amazonaws.com"),
      role("task", "ecs-tasks.amazonaws.com"),
      bucket,
    ],
    accepts: {
      "a bucket": { logDestinationType: "s3", logDestination: "arn:aws:s3:::flow/prefix/", iamRoleArn: undefined },
    },
    refuses: {
      "a network that is not there": [{ vpcId: "vpc-9" }, "InvalidVpcId.NotFound"],
      "two sources": [{ subnetId: "subnet-1" }, "InvalidParameter", "exactly one"],
      "no traffic type": [{ trafficType: undefined }, "MissingParameter", "trafficType is missing"],
      "another interval": [{ maxAggregationInterval: 300 }, "InvalidParameter", "60, 600"],
      "a log group without role": [{ iamRoleArn: undefined }, "InvalidParameter", "can't be empty"],
      "a role that is not there": [{ iamRoleArn: roleArn("ghost") }, "InvalidParameter", "no such role"],
      "a role of another service": [
        { iamRoleArn: roleArn("task") },
        "InvalidParameter",
        "vpc-flow-logs.amazonaws.com is not authorized",
      ],
      "a bucket with a role": [
        { logDestinationType: "s3", logDestination: "arn:aws:s3:::flow" },
        "InvalidParameter",
        "not applicable",
      ],
      "a bucket that is not there": [
        { logDestinationType: "s3", logDestination: "arn:aws:s3:::nope", iamRoleArn: undefined },
        "LogDestinationNotFoundException",
      ],
      "a bucket as log group": [{ logDestination: "arn:aws:s3:::flow" }, "InvalidParameter", "give an ARN of logs"],
      "no destination": [{ logDestination: undefined }, "InvalidParameter", "logDestination is missing"],
    },
  });
});
