import type { Node } from "../shared/node";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";

export const metricAlarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
export const compositeAlarmType = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
const ruleType = "aws:cloudwatch/eventRule:EventRule";

/**
 * What asks alarms by itself, so that these need no action: a composite alarm tells in place of its parts, a deployment
 * returns to the version before. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-combining.html
 */
const listeners: Readonly<Record<string, string>> = {
  [compositeAlarmType]: "alarmRule",
  "aws:ecs/service:Service": "alarms",
  "aws:codedeploy/deploymentGroup:DeploymentGroup": "alarmConfiguration",
  "aws:codepipeline/pipeline:Pipeline": "stages",
  "aws:route53/healthCheck:HealthCheck": "cloudwatchAlarmName",
  "aws:appconfig/environment:Environment": "monitors",
  [ruleType]: "eventPattern",
};

/** The alarms that something of the stack listens to: by what it is made of, or by the alarm's name in its text. */
export function heardAlarms(stack: StackIndex): { heard: ReadonlySet<StackResource>; unknown?: StackResource } {
  const alarms = stack.ofType(metricAlarmType, compositeAlarmType);
  if (stack.ofType(ruleType).some(({ props }) => matchesAlarms(props.at("eventPattern")))) {
    return { heard: new Set(alarms) };
  }
  const asking = Object.entries(listeners).flatMap(([type, property]) =>
    stack.ofType(type).map((resource) => ({ resource, property })),
  );
  const made = asking.flatMap(({ resource, property }) => resource.propertyDependencies[property] ?? []);
  const words = new Set(asking.flatMap(({ resource, property }) => wordsOf(resource.props.at(property))));
  const named = alarms.filter(({ props }) => {
    const [name, arn] = [props.at("name"), props.at("arn")];
    return [name, arn].some(({ isKnown, raw }) => isKnown && words.has(String(raw)));
  });
  // One that is not known yet may name any alarm; a pattern that is made of other resources is about these.
  const isHidden = ({ resource: { type, props, propertyDependencies }, property }: (typeof asking)[number]) =>
    props.at(property).isUnknown && (type !== ruleType || !propertyDependencies[property]?.length);
  const hidden = asking.find(isHidden)?.resource;
  return { heard: new Set([...made, ...named]), ...(hidden && { unknown: hidden }) };
}

/** Names and ARNs in a text such as `ALARM("a") OR ALARM(b)`, or in a list. */
function wordsOf({ raw }: Node): string[] {
  return (
    JSON.stringify(raw ?? "")
      .match(/[^"\\(),[\]{}]+/g)
      ?.map((word) => word.trim()) ?? []
  );
}

/** Whether a rule takes changes of alarms to other targets. */
function matchesAlarms({ raw }: Node): boolean {
  const text = typeof raw === "string" ? raw : "";
  return text.includes("CloudWatch Alarm State Change");
}
