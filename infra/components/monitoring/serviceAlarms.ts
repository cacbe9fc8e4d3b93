import { level } from "./alarmRow";
import type { AlarmRow } from "./alarmRow";
import type { AlarmSubject } from "./alarmSubject";
import type { Thresholds } from "./thresholds";

/** Tasks: what they use, how many there are, what they say. */
export function serviceAlarms<Text>(subject: AlarmSubject<Text>, limits: Thresholds): AlarmRow<Text>[] {
  const dimensions = { ClusterName: subject.clusterName, ServiceName: subject.serviceName };
  const usage = { namespace: "AWS/ECS", statistic: "Average", dimensions } as const;
  const { namespace, name: metricName } = subject.errorMetric;
  return [
    level({
      noun: "cpu",
      description: "CPU is nearly used up",
      metricName: "CPUUtilization",
      threshold: limits.cpuPercent,
      ...usage,
    }),
    level({
      noun: "memory",
      description: "Memory is nearly used up",
      metricName: "MemoryUtilization",
      threshold: limits.memoryPercent,
      ...usage,
    }),
    level({
      noun: "tasks",
      description: "Fewer tasks run than there should be",
      namespace: "ECS/ContainerInsights",
      metricName: "RunningTaskCount",
      statistic: "Minimum",
      dimensions,
      threshold: limits.minimumTaskCount,
      comparisonOperator: "LessThanThreshold",
      // A service that stopped reporting has no tasks.
      treatMissingData: "breaching",
    }),
    level({
      noun: "log-errors",
      description: "The service logs errors",
      namespace,
      metricName,
      statistic: "Sum",
      dimensions: {},
      threshold: limits.errorCount,
    }),
  ];
}
