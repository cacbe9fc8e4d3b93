import { table } from "../support";
import { base, store, type } from "./fixtures";

const stage = "InvalidStageDeclarationException";
const rule = (provider: string, configuration: Record<string, string>): Record<string, unknown> => ({
  name: provider,
  ruleTypeId: { category: "Rule", owner: "AWS", provider, version: "1" },
  configuration,
});
const alarm = rule("CloudWatchAlarm", { AlarmName: "errors", WaitTime: "5" });
const place = "stages[3].beforeEntry.condition";

describe("codepipeline/conditions", () => {
  table({
    type,
    base: {
      ...base,
      stages: [
        ...base.stages.slice(0, 3),
        { ...base.stages[3], beforeEntry: { condition: { result: "FAIL", rules: [alarm] } } },
      ],
    },
    store,
    accepts: {
      "a deployment window with a year": {
        [`${place}.rules[0]`]: rule("DeploymentWindow", { Cron: "0 0 9-16 ? * MON-THU *" }),
      },
      "skipping on a variable": {
        [place]: {
          result: "SKIP",
          rules: [rule("VariableCheck", { Variable: "#{variables.a}", Value: "x", Operator: "EQ" })],
        },
      },
      "rollback on failure": { "stages[3].onFailure": { result: "ROLLBACK" } },
      "retry on failure": {
        "stages[3].onFailure": { result: "RETRY", retryConfiguration: { retryMode: "FAILED_ACTIONS" } },
      },
      "rollback when an alarm fires after success": {
        "stages[3].onSuccess": { condition: { result: "ROLLBACK", rules: [alarm] } },
      },
    },
    refuses: {
      "rollback at the entry": [{ [`${place}.result`]: "ROLLBACK" }, stage, "FAIL, SKIP"],
      "skipping on an alarm": [{ [`${place}.result`]: "SKIP" }, stage, "LambdaInvoke or VariableCheck"],
      "six rules": [
        { [`${place}.rules`]: [1, 2, 3, 4, 5, 6].map((one) => ({ ...alarm, name: `r${one}` })) },
        stage,
        "use 1 to 5",
      ],
      "a rule name used twice": [{ [`${place}.rules`]: [alarm, alarm] }, stage, "make each unique"],
      "another provider": [{ [`${place}.rules[0].ruleTypeId.provider`]: "Alarm" }, stage, "CloudWatchAlarm"],
      "an alarm without name": [{ [`${place}.rules[0].configuration`]: { WaitTime: "5" } }, stage, "has no AlarmName"],
      "a wait in words": [{ [`${place}.rules[0].configuration.WaitTime`]: "5m" }, stage, "use minutes"],
      "five fields of cron": [
        { [`${place}.rules[0]`]: rule("DeploymentWindow", { Cron: "0 9 * * MON" }) },
        stage,
        "six fields",
      ],
      "rollback of the source stage": [{ "stages[0].onFailure": { result: "ROLLBACK" } }, stage, "cannot roll back"],
      "retries of a rollback": [
        { "stages[3].onFailure": { result: "ROLLBACK", retryConfiguration: { retryMode: "ALL_ACTIONS" } } },
        stage,
        "use RETRY",
      ],
      "another result": [{ "stages[3].onFailure": { result: "STOP" } }, "ValidationException", "ROLLBACK"],
      "a rule of another category": [
        { [`${place}.rules[0].ruleTypeId.category`]: "Check" },
        "ValidationException",
        "Rule",
      ],
    },
  });
});
