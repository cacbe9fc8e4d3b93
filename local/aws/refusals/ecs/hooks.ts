import { oneOf, show, wholeNumber } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, recordsAt, textAt, valuesAt } from "../paths";
import type { FoundRecord } from "../paths";
import { refusal, when } from "../rules";

const code = "InvalidParameterException";
const targetType = oneOf("AWS_LAMBDA", "PAUSE");
const timeoutAction = oneOf("ROLLBACK", "CONTINUE");
const lifecycleStage = oneOf(
  ...["RECONCILE_SERVICE", "PRE_SCALE_UP", "POST_SCALE_UP", "TEST_TRAFFIC_SHIFT", "POST_TEST_TRAFFIC_SHIFT"],
  ...["PRE_PRODUCTION_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT", "POST_PRODUCTION_TRAFFIC_SHIFT"],
);
/** Traffic is moving in these two: a human gate cannot stand there. */
const movingStages = ["TEST_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT"];

/** Lifecycle hooks: a function with its role, or a pause. */
export function refuseHooks({ inputs }: Call): Refusal[] {
  return recordsAt(inputs, "deploymentConfiguration.lifecycleHooks[]").flatMap((hook) => [
    ...check(hook, "targetType", targetType),
    ...check(hook, "timeoutConfiguration.action", timeoutAction),
    ...check(hook, "timeoutConfiguration.timeoutInMinutes", wholeNumber(1, 20160)),
    ...check(hook, "lifecycleStages[]", lifecycleStage),
    ...targetProblems(hook),
  ]);
}

function check({ path, value }: FoundRecord, name: string, rule: (value: unknown) => string | undefined): Refusal[] {
  return valuesAt(value, name).flatMap(({ path: at, value: given }) => {
    const problem = rule(given);
    return problem === undefined
      ? []
      : [refusal(code, `${path}.${at}`, `${path}.${at} is ${show(given)}: ${problem}.`)];
  });
}

function targetProblems({ path, value }: FoundRecord): Refusal[] {
  const isPause = textAt(value, "targetType") === "PAUSE";
  const isLambda = !isSet(value, "targetType") || textAt(value, "targetType") === "AWS_LAMBDA";
  const missing = isLambda ? ["hookTargetArn", "roleArn"].filter((name) => !isSet(value, name)) : [];
  const moving = valuesAt(value, "lifecycleStages[]").filter(({ value: stage }) =>
    movingStages.includes(String(stage)),
  );
  return [
    ...missing.map((name) =>
      refusal(code, `${path}.${name}`, `${path}.${name} is missing: a hook that calls a function needs it.`),
    ),
    ...when(
      isPause && isSet(value, "hookTargetArn"),
      code,
      `${path}.hookTargetArn`,
      `${path}.hookTargetArn is set and targetType is PAUSE: a pause calls nothing. Remove it.`,
    ),
    ...(isPause ? moving : []).map(({ path: at, value: stage }) =>
      refusal(
        code,
        `${path}.${at}`,
        `${path}.${at} is ${String(stage)}: a PAUSE hook cannot stand where traffic shifts. Use the stage before or after.`,
      ),
    ),
  ];
}
