import { event } from "./alarmRow";
import type { AlarmRow } from "./alarmRow";
import type { AlarmSubject } from "./alarmSubject";
import { serviceAlarms } from "./serviceAlarms";
import type { Thresholds } from "./thresholds";
import { trafficAlarms } from "./trafficAlarms";

/**
 * The alarms that tell people. Those that roll deployments back belong to the service and are not repeated here: they
 * are stricter, because a deployment can be undone and a night's sleep cannot.
 */
export function alarmTable<Text>(subject: AlarmSubject<Text>, limits: Thresholds): AlarmRow<Text>[] {
  const { pipelineName } = subject;
  return [
    ...serviceAlarms(subject, limits),
    ...trafficAlarms(subject, limits),
    event<Text>({
      noun: "deployment-failed",
      description: "ECS gave a deployment up or rolled it back",
      namespace: "AWS/Events",
      metricName: "TriggeredRules",
      dimensions: { RuleName: subject.deploymentRuleName },
    }),
    event<Text>({
      noun: "undelivered",
      description: "Notifications could not be delivered",
      namespace: "AWS/SQS",
      metricName: "ApproximateNumberOfMessagesVisible",
      statistic: "Maximum",
      dimensions: { QueueName: subject.deadLetterQueueName },
    }),
    ...(pipelineName === undefined ? [] : [pipelineAlarm(pipelineName)]),
  ];
}

function pipelineAlarm<Text>(PipelineName: Text): AlarmRow<Text> {
  return event<Text>({
    noun: "pipeline-failed",
    description: "The release pipeline failed",
    namespace: "AWS/CodePipeline",
    metricName: "FailedPipelineExecutions",
    dimensions: { PipelineName },
  });
}
