import { arnOf, fields, oneOf, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { parseArn } from "../arn";
import { assumableBy } from "../iam/role";
import { isSet, isUnchanged, textAt } from "../paths";
import { exists, find, isForeign } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { bucketType } from "../s3/bucket";
import { subnetType, vpcType } from "./types";

const sources = [
  ...["vpcId", "subnetId", "eniId", "transitGatewayId", "transitGatewayAttachmentId", "regionalNatGatewayId"],
];
const servicesOf: Record<string, string> = {
  "cloud-watch-logs": "logs",
  s3: "s3",
  "kinesis-data-firehose": "firehose",
};

export const flowLogRules: RuleTable = {
  "aws:ec2/flowLog:FlowLog": {
    inputs: [
      fields("InvalidParameter", {
        trafficType: oneOf("ACCEPT", "REJECT", "ALL"),
        logDestinationType: oneOf(...Object.keys(servicesOf)),
        maxAggregationInterval: oneOf(60, 600),
        iamRoleArn: arnOf("iam", "role/"),
      }),
      refuseSource,
      refuseDestination,
    ],
    account: [
      exists("InvalidVpcId.NotFound", "vpcId", "VPC", vpcType),
      exists("InvalidSubnetId.NotFound", "subnetId", "subnet", subnetType),
      assumableBy("InvalidParameter", "iamRoleArn", "vpc-flow-logs.amazonaws.com"),
      refuseMissingBucket,
    ],
  },
};

function refuseSource({ inputs }: Call): Refusal[] {
  const given = sources.filter((name) => isSet(inputs, name));
  return [
    ...when(
      given.length !== 1,
      "InvalidParameter",
      given[1] ?? "vpcId",
      `${given.join(" and ") || "no source"} given: set exactly one of ${sources.join(", ")}.`,
    ),
    ...when(
      !isSet(inputs, "trafficType") &&
        !isSet(inputs, "transitGatewayId") &&
        !isSet(inputs, "transitGatewayAttachmentId"),
      "MissingParameter",
      "trafficType",
      "trafficType is missing: set it to ALL, ACCEPT or REJECT.",
    ),
  ];
}

/** A log group needs a role, a bucket must not have one. */
function refuseDestination({ inputs }: Call): Refusal[] {
  const type =
    textAt(inputs, "logDestinationType") ?? (isSet(inputs, "logDestinationType") ? undefined : "cloud-watch-logs");
  const service = servicesOf[type ?? ""];
  const destination = textAt(inputs, "logDestination");
  const actual = parseArn(destination)?.service;
  return [
    ...when(
      type === "cloud-watch-logs" && !isSet(inputs, "iamRoleArn"),
      "InvalidParameter",
      "iamRoleArn",
      "iamRoleArn is missing: DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs.",
    ),
    ...when(
      type === "s3" && isSet(inputs, "iamRoleArn"),
      "InvalidParameter",
      "iamRoleArn",
      "iamRoleArn is set and logDestinationType is s3: DeliverLogsPermissionArn is not applicable. Remove it.",
    ),
    ...when(
      type !== undefined && !isSet(inputs, "logDestination"),
      "InvalidParameter",
      "logDestination",
      `logDestination is missing: give the ARN of the ${type === "s3" ? "bucket" : "log group or stream"}.`,
    ),
    ...when(
      service !== undefined && destination !== undefined && actual !== service,
      "InvalidParameter",
      "logDestination",
      `logDestination is ${show(destination)} and logDestinationType is ${type}: give an ARN of ${service}.`,
    ),
  ];
}

/** A missing log group is made by the service; a missing bucket is not. */
function refuseMissingBucket(call: Call): Refusal[] {
  const destination = textAt(call.inputs, "logDestination");
  const arn = parseArn(destination);
  if (arn?.service !== "s3" || isUnchanged(call, "logDestination")) return [];
  const [bucket = ""] = arn.resource.split("/");
  const isElsewhere = arn.account !== "" && isForeign(call, destination ?? "");
  if (isElsewhere || find(call, [bucketType], bucket) !== undefined) return [];
  const message = `logDestination is ${show(destination)}: LogDestination does not exist. Create the bucket first.`;
  return [refusal("LogDestinationNotFoundException", "logDestination", message)];
}
