/** What the alarms watch. */
export interface AlarmSubject<Text> {
  readonly clusterName: Text;
  readonly serviceName: Text;
  readonly loadBalancerArnSuffix: Text;
  readonly targetGroupArnSuffix: Text;
  readonly pipelineName?: Text;
  /** Rule that matches failed deployments. */
  readonly deploymentRuleName: string;
  /** Queue of messages that nobody received. */
  readonly deadLetterQueueName: string;
  /** The metric that counts error lines in the log. */
  readonly errorMetric: LogMetric<Text>;
}

export interface LogMetric<Text> {
  readonly namespace: Text;
  readonly name: string;
}
