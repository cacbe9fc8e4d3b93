import type { Control } from "../shared/control";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { loadBalancerTypes, reads } from "../shared/tokens";

const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
const ruleType = "aws:cloudwatch/eventRule:EventRule";
const serviceType = "aws:ecs/service:Service";
const pipelineType = "aws:codepipeline/pipeline:Pipeline";

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
    [alarmType]: ["dimensions", "metricQueries.metric.dimensions"],
    [ruleType]: ["eventPattern"],
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(serviceType, ...loadBalancerTypes, pipelineType), (watched) => {
      const alarms = stack.ofType(alarmType).some((alarm) => watches(alarm, watched));
      if (alarms || (watched.type === pipelineType && pipelineEvents(stack))) return;
      report.violation({
        at: "",
        what: "No alarm watches it",
        fix: "Create an `aws.cloudwatch.MetricAlarm` with its dimensions.",
      });
    });
  },
};

/** Whether a dimension of the alarm is an output of the resource, or its known name. */
function watches(alarm: StackResource, watched: StackResource): boolean {
  const dependencies = [alarm.propertyDependencies.dimensions ?? [], alarm.propertyDependencies.metricQueries ?? []];
  if (dependencies.flat().some(({ urn }) => urn === watched.urn)) return true;
  const names = ["name", "arnSuffix"].map((property) => watched.props.at(property)).filter((node) => node.isKnown);
  const queries = alarm.props.at("metricQueries");
  const metrics = queries.isUnknown ? [] : queries.items().map((query) => query.at("metric", "dimensions"));
  return [alarm.props.at("dimensions"), ...metrics].some(
    (dimensions) =>
      dimensions.isKnown && dimensions.fields().some(([, value]) => names.some((name) => name.raw === value.raw)),
  );
}

function pipelineEvents(stack: StackIndex): boolean {
  return stack.ofType(ruleType).some((rule) => {
    const pattern = rule.props.at("eventPattern");
    return typeof pattern.raw === "string" && pattern.raw.includes("aws.codepipeline");
  });
}
