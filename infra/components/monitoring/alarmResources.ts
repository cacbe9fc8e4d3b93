import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm";
import { output } from "@pulumi/pulumi";
import type { ComponentResource, Input } from "@pulumi/pulumi";
import { alarmName, alarmPeriod } from "./alarmRow";
import type { AlarmSubject } from "./alarmSubject";
import { alarmTable } from "./alarms";
import type { Thresholds } from "./thresholds";

export interface AlarmsDefinition {
  readonly subject: AlarmSubject<Input<string>>;
  readonly thresholds: Thresholds;
  readonly topicArn: Input<string>;
  readonly tags: Input<Record<string, Input<string>>>;
}

/** One alarm per row of the table. */
export function createAlarms(name: string, definition: AlarmsDefinition, parent: ComponentResource): MetricAlarm[] {
  const { subject, thresholds, topicArn, tags } = definition;
  const serviceName = output(subject.serviceName);
  return alarmTable(subject, thresholds).map(
    ({ noun, description, ...row }) =>
      new MetricAlarm(
        `${name}-alarm-${noun}`,
        {
          ...row,
          name: serviceName.apply((service) => alarmName(service, noun)),
          alarmDescription: description,
          period: alarmPeriod,
          actionsEnabled: true,
          alarmActions: [topicArn],
          okActions: [topicArn],
          tags,
        },
        { parent },
      ),
  );
}
