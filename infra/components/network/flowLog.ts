import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup";
import { FlowLog } from "@pulumi/aws/ec2/flowLog";
import { all } from "@pulumi/pulumi";
import type { CustomResourceOptions, Input, Output } from "@pulumi/pulumi";
import * as arns from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import { createRole } from "../shared/iam";
import type { IntentStatement } from "../shared/intent";
import { physicalName } from "../shared/names";

export interface FlowLogDefinition {
  readonly vpcId: Input<string>;
  readonly encryptionKeyArn: Input<string>;
  readonly retentionInDays: Input<number>;
  readonly where: Output<Surroundings>;
  readonly tags: Input<Record<string, Input<string>>>;
}

export const flowLogGroupName = (name: string): string => `/aws/vpc-flow-log/${physicalName(name)}`;

export function flowLogStatements(where: Surroundings, group: string): IntentStatement[] {
  return [
    {
      sid: "WriteFlowLogs",
      actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      resources: [arns.logStreams(where, group)],
    },
    // Looking for groups by name is a question to the whole account: the action cannot be narrowed.
    { sid: "FindLogGroup", actions: ["logs:DescribeLogGroups"], resources: ["*"] },
  ];
}

/** Records every connection, accepted or rejected, in an encrypted log group. */
export function createFlowLog(name: string, args: FlowLogDefinition, opts: CustomResourceOptions): void {
  const { vpcId, encryptionKeyArn, retentionInDays, where, tags } = args;
  const groupName = flowLogGroupName(name);
  const group = new LogGroup(
    `${name}-flow-log-group`,
    { name: groupName, kmsKeyId: encryptionKeyArn, retentionInDays, tags },
    opts,
  );
  const { arn, policy } = createRole(
    `${name}-flow-log-role`,
    {
      description: "Writes the flow log of a VPC",
      service: "vpc-flow-logs",
      where,
      sourceArn: where.apply((known) => arns.arn(known, "ec2", "vpc-flow-log/*")),
      statements: where.apply((known) => flowLogStatements(known, groupName)),
      tags,
    },
    opts,
  );
  new FlowLog(
    `${name}-flow-log`,
    {
      vpcId,
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      // The group's own ARN output ends in `:*` in some provider versions; flow logs want it without.
      logDestination: all([where, group.name]).apply(([known, own]) => arns.logGroup(known, own)),
      iamRoleArn: arn,
      maxAggregationInterval: 60,
      tags,
    },
    { ...opts, dependsOn: [policy] },
  );
}
