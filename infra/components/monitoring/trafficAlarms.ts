import { level } from "./alarmRow";
import type { AlarmRow } from "./alarmRow";
import type { AlarmSubject } from "./alarmSubject";
import type { Thresholds } from "./thresholds";

/** What clients notice. */
export function trafficAlarms<Text>(subject: AlarmSubject<Text>, limits: Thresholds): AlarmRow<Text>[] {
  const LoadBalancer = subject.loadBalancerArnSuffix;
  const balancer = { namespace: "AWS/ApplicationELB", dimensions: { LoadBalancer } };
  const errors = { ...balancer, statistic: "Sum", threshold: limits.errorCount } as const;
  const slow = "One request in a hundred is slow";
  return [
    level({
      noun: "load-balancer-errors",
      description: "The load balancer itself answers with errors",
      metricName: "HTTPCode_ELB_5XX_Count",
      ...errors,
    }),
    level({
      noun: "target-errors",
      description: "The service answers with errors",
      metricName: "HTTPCode_Target_5XX_Count",
      ...errors,
    }),
    level({
      noun: "latency",
      description: slow,
      metricName: "TargetResponseTime",
      extendedStatistic: "p99",
      threshold: limits.latencySeconds,
      ...balancer,
    }),
    level({
      noun: "unhealthy-tasks",
      description: "Tasks fail their health check",
      metricName: "UnHealthyHostCount",
      statistic: "Maximum",
      namespace: balancer.namespace,
      dimensions: { LoadBalancer, TargetGroup: subject.targetGroupArnSuffix },
      threshold: 1,
    }),
  ];
}
