import { characters, fields, named, oneOf } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { isSet, textAt } from "../paths";
import { exists, unused } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { patternProblems } from "./eventPattern";
import { scheduleProblem } from "./schedule";

export const eventRuleType = "aws:cloudwatch/eventRule:EventRule";

const ruleName = named(1, 64, /^[.\-_A-Za-z0-9]+$/, "letters, digits and .-_ only");

export const eventRuleRules: RuleTable = {
  [eventRuleType]: {
    inputs: [
      fields("ValidationException", {
        name: ruleName,
        description: characters(0, 512),
        eventPattern: characters(2, 4096),
        scheduleExpression: scheduleProblem,
        state: oneOf("ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"),
      }),
      refuseTrigger,
      refusePattern,
    ],
    account: [
      unique("ResourceAlreadyExistsException", eventRuleType, "rule", { key: "name", within: ["eventBusName"] }),
      refuseMissingBus,
    ],
    removal: [
      unused("ValidationException", "rule", { type: "aws:cloudwatch/eventTarget:EventTarget", paths: ["rule"] }),
    ],
  },
};

function refuseTrigger({ inputs }: Call): Refusal[] {
  const hasSchedule = isSet(inputs, "scheduleExpression");
  const bus = textAt(inputs, "eventBusName");
  return [
    ...when(
      !hasSchedule && !isSet(inputs, "eventPattern"),
      "ValidationException",
      "eventPattern",
      "eventPattern and scheduleExpression are missing: set one.",
    ),
    ...when(
      hasSchedule && bus !== undefined && bus !== "default",
      "ValidationException",
      "scheduleExpression",
      `scheduleExpression is set and eventBusName is "${bus}": schedules run on the default bus only.`,
    ),
  ];
}

function refusePattern({ inputs }: Call): Refusal[] {
  const text = textAt(inputs, "eventPattern");
  if (text === undefined) return [];
  return patternProblems(text).map((problem) =>
    refusal("InvalidEventPatternException", "eventPattern", `eventPattern is not valid: ${problem}.`),
  );
}

function refuseMissingBus(call: Call): Refusal[] {
  const bus = textAt(call.inputs, "eventBusName");
  if (bus === undefined || bus === "default" || bus.startsWith("aws.partner/")) return [];
  return exists("ResourceNotFoundException", "eventBusName", "event bus", "aws:cloudwatch/eventBus:EventBus")(call);
}
