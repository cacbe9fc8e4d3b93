import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm";
import type { ComponentResource, Input } from "@pulumi/pulumi";
import type { Traffic } from "./traffic";

export interface DeploymentAlarmsDefinition {
  readonly serviceName: string;
  readonly traffic: Traffic;
  readonly topicArn: Input<string>;
  readonly tags: Input<Record<string, Input<string>>>;
}

/**
 * The alarms that roll a deployment back. They live with the service, not with its monitoring: ECS looks them up when
 * the service is created, so they must exist before it, and they are quicker and stricter than those that wake people.
 */
export function createDeploymentAlarms(
  name: string,
  definition: DeploymentAlarmsDefinition,
  parent: ComponentResource,
): MetricAlarm[] {
  const { serviceName, traffic, topicArn, tags } = definition;
  const { blue, green } = traffic.targets;
  const LoadBalancer = traffic.loadBalancer.arnSuffix;
  const alarm = (
    noun: string,
    alarmDescription: string,
    metric: { metricName: string; statistic: string; threshold: number; dimensions: Record<string, Input<string>> },
  ) =>
    new MetricAlarm(
      `${name}-alarm-${noun}`,
      {
        name: `${serviceName}-deployment-${noun}`,
        alarmDescription,
        namespace: "AWS/ApplicationELB",
        ...metric,
        period: 60,
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        // No requests, no targets yet: nothing is wrong.
        treatMissingData: "notBreaching",
        actionsEnabled: true,
        alarmActions: [topicArn],
        okActions: [topicArn],
        tags,
      },
      { parent },
    );
  const errors = alarm("errors", `${serviceName} answers with errors: a deployment under way is rolled back`, {
    metricName: "HTTPCode_Target_5XX_Count",
    statistic: "Sum",
    threshold: 5,
    dimensions: { LoadBalancer },
  });
  const unhealthy = Object.entries({ blue, ...(green && { green }) }).map(([color, group]) =>
    alarm(`unhealthy-${color}`, `${serviceName} has tasks that fail their health check: a deployment is rolled back`, {
      metricName: "UnHealthyHostCount",
      statistic: "Maximum",
      threshold: 1,
      dimensions: { LoadBalancer, TargetGroup: group.arnSuffix },
    }),
  );
  return [errors, ...unhealthy];
}
