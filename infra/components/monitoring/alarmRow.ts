/** One alarm. `Text` is whatever the caller's strings are: some names are known only after deployment. */
export interface AlarmRow<Text> {
  /** Ends the alarm's name, and is fixed for life. */
  readonly noun: string;
  readonly description: string;
  readonly namespace: Text | string;
  readonly metricName: string;
  readonly statistic?: "Average" | "Maximum" | "Minimum" | "Sum";
  readonly extendedStatistic?: string;
  readonly dimensions: Record<string, Text | string>;
  readonly threshold: number;
  readonly comparisonOperator: "GreaterThanOrEqualToThreshold" | "LessThanThreshold";
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly treatMissingData: "breaching" | "notBreaching";
}

/** What a row must say; the rest has defaults. */
export type AlarmEntry<Text> = Partial<AlarmRow<Text>> &
  Pick<AlarmRow<Text>, "noun" | "description" | "namespace" | "metricName" | "dimensions" | "threshold">;

/** Every alarm of a service looks at whole minutes. */
export const alarmPeriod = 60;

/** For levels: too high in three of five minutes. Where nothing is reported nothing happened. */
export function level<Text>(entry: AlarmEntry<Text>): AlarmRow<Text> {
  return {
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    evaluationPeriods: 5,
    datapointsToAlarm: 3,
    treatMissingData: "notBreaching",
    ...entry,
  };
}

/** For events: one is enough. */
export function event<Text>(entry: Omit<AlarmEntry<Text>, "threshold">): AlarmRow<Text> {
  return level({ statistic: "Sum", ...entry, threshold: 1, evaluationPeriods: 1, datapointsToAlarm: 1 });
}

/** Names are known before the alarms exist: pipelines wait for them and documents name them. */
export const alarmName = (serviceName: string, noun: string) => `${serviceName}-${noun}`;
