import { Dashboard } from "@pulumi/aws/cloudwatch/dashboard";
import { LogMetricFilter } from "@pulumi/aws/cloudwatch/logMetricFilter";
import type { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm";
import { all, ComponentResource, interpolate, output } from "@pulumi/pulumi";
import type { ComponentResourceOptions, Input, Output } from "@pulumi/pulumi";
import { alarmTopicName } from "../shared/agreements";
import * as arns from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import { createDeadLetters } from "../shared/deadLetters";
import { physicalName } from "../shared/names";
import { surroundings } from "../shared/surroundings";
import { mergeTags } from "../shared/tags";
import { invalid } from "../shared/validate";
import { version } from "../shared/version";
import { createAlarms } from "./alarmResources";
import type { LogMetric } from "./alarmSubject";
import { dashboardBody, dashboardUrl } from "./dashboard";
import { createEventRules, deploymentRuleName, eventRuleNames } from "./eventRules";
import { normalizeThresholds, thresholdProblem } from "./thresholds";
import type { ThresholdArgs } from "./thresholds";
import { createTopic } from "./topic";

/** What a `ServiceMonitoring` takes. */
export interface ServiceMonitoringArgs {
  /** Name of the cluster. */
  readonly clusterName: Input<string>;
  /** Name of the service. */
  readonly serviceName: Input<string>;
  /** The load balancer as CloudWatch's dimension names it. */
  readonly loadBalancerArnSuffix: Input<string>;
  /** The target group as CloudWatch's dimension names it. */
  readonly targetGroupArnSuffix: Input<string>;
  /** Name of the log group of the tasks. */
  readonly logGroupName: Input<string>;
  /** Name of the release pipeline. Defaults to none. */
  readonly pipelineName?: Input<string>;
  /** ARN of the customer managed key of the topic; it must admit alarms and events. */
  readonly encryptionKeyArn: Input<string>;
  /** Address that is asked to subscribe to the topic. Defaults to nobody. */
  readonly notificationEmail?: Input<string>;
  /** From where on a number is bad. Defaults to 85 percent, one task, one second, ten errors a minute. */
  readonly thresholds?: ThresholdArgs;
  /** Filter pattern of error lines in the log. Defaults to JSON lines with level "error". */
  readonly errorPattern?: Input<string>;
  /** Tags for every resource. Defaults to none. */
  readonly tags?: Input<Record<string, Input<string>>>;
}

/** Alarms, events and a dashboard for one service, and the topic that tells people about them. */
export class ServiceMonitoring extends ComponentResource {
  /** ARN of the topic. */
  public readonly topicArn: Output<string>;
  /** Where to see the dashboard. */
  public readonly dashboardUrl: Output<string>;
  /** Names of the alarms. */
  public readonly alarmNames: Output<string[]>;

  constructor(name: string, args: ServiceMonitoringArgs, opts?: ComponentResourceOptions) {
    const thresholds = normalizeThresholds(args.thresholds);
    const problem = thresholdProblem(thresholds);
    if (problem !== undefined) throw invalid(`ServiceMonitoring "${name}"`, "thresholds", thresholds, problem);
    super("container-delivery:index:ServiceMonitoring", name, { ...args, version }, opts);
    const where = surroundings(opts);
    const tags = mergeTags({ Name: physicalName(name) }, args.tags);
    const serviceName = output(args.serviceName);
    const topicName = serviceName.apply(alarmTopicName);
    const ruleNames = eventRuleNames(name, args.pipelineName !== undefined);

    const deadLetters = createDeadLetters(
      `${name}-dead-letters`,
      { where, encryptionKeyArn: args.encryptionKeyArn, ruleNames, topicNames: [topicName], tags },
      this,
    );
    const deadLetterArn = deadLetters.arn;
    const topic = createTopic(name, { ...args, where, topicName, serviceName, ruleNames, deadLetterArn, tags }, this);
    createEventRules(name, { ...args, where, topicArn: topic.arn, deadLetterArn, tags }, this);
    const errorMetric = createErrorMetric(name, args, this);
    const alarms = createAlarms(
      name,
      {
        subject: {
          ...args,
          deploymentRuleName: deploymentRuleName(name),
          deadLetterQueueName: physicalName(`${name}-dead-letters`, 80),
          errorMetric,
        },
        thresholds,
        topicArn: topic.arn,
        tags,
      },
      this,
    );
    const dashboard = createDashboard(name, args, where, alarms, this);

    this.topicArn = topic.arn;
    this.dashboardUrl = all([where, dashboard.dashboardName]).apply(([{ region }, own]) => dashboardUrl(region, own));
    this.alarmNames = all(alarms.map((alarm) => alarm.name));
    this.registerOutputs({ topicArn: this.topicArn, dashboardUrl: this.dashboardUrl, alarmNames: this.alarmNames });
  }
}

/** Counts the lines that the service itself calls errors. */
function createErrorMetric(
  name: string,
  args: ServiceMonitoringArgs,
  parent: ComponentResource,
): LogMetric<Input<string>> {
  const namespace = interpolate`container-delivery/${args.serviceName}`;
  const metric = { name: "LogErrors", namespace, value: "1", defaultValue: "0", unit: "Count" };
  new LogMetricFilter(
    `${name}-errors`,
    {
      name: physicalName(`${name}-errors`),
      logGroupName: args.logGroupName,
      pattern: args.errorPattern ?? '{ $.level = "error" }',
      metricTransformation: metric,
    },
    { parent },
  );
  return { namespace, name: metric.name };
}

function createDashboard(
  name: string,
  args: ServiceMonitoringArgs,
  where: Output<Surroundings>,
  alarms: MetricAlarm[],
  parent: ComponentResource,
): Dashboard {
  const { clusterName, serviceName, loadBalancerArnSuffix, targetGroupArnSuffix, pipelineName, logGroupName } = args;
  const subject = output({
    clusterName,
    serviceName,
    loadBalancerArnSuffix,
    targetGroupArnSuffix,
    pipelineName,
    logGroupName,
  });
  const names = all(alarms.map((alarm) => alarm.name));
  const body = all([where, subject, names]).apply(([at, known, alarmNames]) =>
    dashboardBody({ region: at.region, ...known, alarmArns: alarmNames.map((alarm) => arns.alarm(at, alarm)) }),
  );
  return new Dashboard(`${name}-dashboard`, { dashboardName: physicalName(name), dashboardBody: body }, { parent });
}
