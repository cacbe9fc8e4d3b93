import type { Control } from "../shared/control";
import { loadBalancerTypes, reads } from "../shared/tokens";
import { metricAlarmType } from "./heardAlarms";
import { notificationType, pipelineType, ruleType, serviceType, Watch } from "./watch";

export const alarmCoverage: Control = {
  id: "alarm-coverage",
  title: "Services, load balancers and pipelines are watched",
  description: "ECS services, load balancers and pipelines must have an alarm, or for a pipeline a rule on its events.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps: "Create alarms with the service's, load balancer's or pipeline's dimensions.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-metrics.html",
  reads: {
    [serviceType]: [],
    ...reads(loadBalancerTypes),
    [pipelineType]: [],
    [metricAlarmType]: ["dimensions", "metricQueries.metric.dimensions"],
    [ruleType]: ["eventPattern"],
    [notificationType]: ["resource"],
  },
  checkStack(stack, report) {
    const watch = new Watch(stack);
    report.eachResource(stack.ofType(serviceType, ...loadBalancerTypes, pipelineType), (watched) => {
      if (watch.sees(watched)) return;
      const fix = "Create an `aws.cloudwatch.MetricAlarm` with its dimensions.";
      if (watch.hidden) report.undecided({ at: "", what: `${watch.hidden.name}, not known yet, may watch it`, fix });
      else report.violation({ at: "", what: "No alarm watches it", fix });
    });
  },
};
