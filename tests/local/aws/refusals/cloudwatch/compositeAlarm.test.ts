import { arn, stored, table } from "../support";

const alarm = stored("aws:cloudwatch/metricAlarm:MetricAlarm", "cpu high", { name: "cpu high" });

describe("cloudwatch/compositeAlarm", () => {
  table({
    type: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
    base: { alarmName: "any", alarmRule: 'ALARM("cpu high") OR FALSE' },
    store: [alarm],
    accepts: {
      parentheses: { alarmRule: '(ALARM("cpu high") AND NOT (OK(\'cpu high\')))\nOR INSUFFICIENT_DATA("cpu high")' },
      "an ARN": { alarmRule: `ALARM("${arn("cloudwatch", "alarm:cpu high")}")` },
    },
    refuses: {
      "an alarm that is not there": [
        { alarmRule: "ALARM(memory)" },
        "ValidationError",
        '"memory": there is no such alarm',
      ],
      "a bare name": [{ alarmRule: "cpu" }, "ValidationError", "write it like"],
      "two operands in a row": [{ alarmRule: 'ALARM("cpu high") OK("cpu high")' }, "ValidationError"],
      "an operator at the end": [{ alarmRule: 'ALARM("cpu high") AND' }, "ValidationError"],
      "an open parenthesis": [{ alarmRule: '(ALARM("cpu high")' }, "ValidationError"],
      "lower-case states": [{ alarmRule: 'alarm("cpu high")' }, "ValidationError"],
      "an action that is no ARN": [{ alarmActions: ["topic"] }, "ValidationError", "alarmActions[0]"],
    },
  });
});
