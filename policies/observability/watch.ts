import { containsUnknown } from "../shared/placeholders";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { loadBalancerTypes } from "../shared/tokens";
import { metricAlarmType } from "./heardAlarms";

export const serviceType = "aws:ecs/service:Service";
export const pipelineType = "aws:codepipeline/pipeline:Pipeline";
export const ruleType = "aws:cloudwatch/eventRule:EventRule";
export const notificationType = "aws:codestarnotifications/notificationRule:NotificationRule";

/** What alarms, event rules and notification rules of a stack keep an eye on. */
export class Watch {
  /** What a dimension, an event pattern or a notification rule is made of. */
  private readonly made = new Set<StackResource>();
  /** Known dimensions, as `name=value`. */
  private readonly dimensions = new Set<string>();
  private readonly seesAllPipelines: boolean;
  /** An alarm of which nobody knows yet what it watches. */
  readonly hidden?: StackResource;

  constructor(private readonly stack: StackIndex) {
    const alarms = stack.ofType(metricAlarmType);
    for (const alarm of alarms) this.add(alarm);
    const hidden = alarms.find(({ props, propertyDependencies }) =>
      ["dimensions", "metricQueries"].some(
        (property) => isOpen(props.at(property).raw) && !propertyDependencies[property]?.length,
      ),
    );
    if (hidden) this.hidden = hidden;
    const rules = stack.ofType(ruleType);
    for (const { propertyDependencies } of rules)
      propertyDependencies["eventPattern"]?.forEach((one) => this.made.add(one));
    this.seesAllPipelines = rules.some(({ props }) =>
      String(props.at("eventPattern").raw).includes("aws.codepipeline"),
    );
  }

  sees(watched: StackResource): boolean {
    if (this.made.has(watched)) return true;
    if (watched.type === pipelineType) {
      if (this.seesAllPipelines || this.stack.linked([notificationType], "resource", watched).length > 0) return true;
      return this.hasDimension("PipelineName", watched, "name");
    }
    if (loadBalancerTypes.includes(watched.type)) return this.hasDimension("LoadBalancer", watched, "arnSuffix");
    return this.hasDimension("ServiceName", watched, "name");
  }

  private hasDimension(dimension: string, { props }: StackResource, property: string): boolean {
    const value = props.at(property);
    return value.isKnown && this.dimensions.has(`${dimension}=${String(value.raw)}`);
  }

  private add({ props, propertyDependencies }: StackResource): void {
    for (const property of ["dimensions", "metricQueries"]) {
      propertyDependencies[property]?.forEach((one) => this.made.add(one));
    }
    const queries = props.at("metricQueries");
    const metrics = queries.isUnknown ? [] : queries.items().map((query) => query.at("metric", "dimensions"));
    for (const dimensions of [props.at("dimensions"), ...metrics]) {
      if (dimensions.isUnknown) continue;
      for (const [name, value] of dimensions.fields()) this.dimensions.add(`${name}=${String(value.raw)}`);
    }
  }
}

/** Whether something in the value is not known yet. */
function isOpen(raw: unknown): boolean {
  if (typeof raw === "string") return containsUnknown(raw);
  return typeof raw === "object" && raw !== null && Object.values(raw).some(isOpen);
}
