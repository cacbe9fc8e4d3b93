import { between, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, listAt, recordsAt, textAt, valueAt, valuesAt } from "../paths";
import { refusal, when } from "../rules";

const code = "InvalidParameterException";
const configuration = "deploymentConfiguration";
const shifting = ["BLUE_GREEN", "LINEAR", "CANARY"];

/** A strategy that shifts traffic, as opposed to ROLLING (the default). */
export function shiftsTraffic(inputs: unknown): boolean {
  return shifting.includes(textAt(inputs, `${configuration}.strategy`) ?? "");
}

/** Strategy, controller, circuit breaker, alarms and the two step configurations. */
export function refuseDeployment({ inputs }: Call): Refusal[] {
  return [
    ...controllerProblems(inputs),
    ...stepProblems(inputs, "canaryConfiguration", "CANARY", "canaryPercent", 0.1),
    ...stepProblems(inputs, "linearConfiguration", "LINEAR", "stepPercent", 3),
    ...advancedProblems(inputs),
  ];
}

function controllerProblems(inputs: unknown): Refusal[] {
  const controller = textAt(inputs, "deploymentController.type") ?? "ECS";
  const isKnown =
    !isSet(inputs, "deploymentController.type") || textAt(inputs, "deploymentController.type") !== undefined;
  const strategy = textAt(inputs, `${configuration}.strategy`) ?? "ROLLING";
  const breaker = valueAt(inputs, "deploymentCircuitBreaker.enable") === true;
  const hasAlarms = valueAt(inputs, "alarms.enable") === true;
  const isForeign = isKnown && controller !== "ECS";
  const [empty] = valuesAt(inputs, "alarms.alarmNames").filter(
    ({ value }) => Array.isArray(value) && value.length === 0,
  );
  return [
    ...when(
      isForeign && strategy !== "ROLLING",
      code,
      `${configuration}.strategy`,
      `${configuration}.strategy is ${strategy} and deploymentController.type is ${controller}: use controller ECS.`,
    ),
    ...when(
      breaker && (isForeign || strategy !== "ROLLING"),
      code,
      "deploymentCircuitBreaker",
      `deploymentCircuitBreaker is on and the service deploys with ${isForeign ? `controller ${controller}` : `strategy ${strategy}`}: it can only be used for rolling updates (controller ECS). Turn it off and use alarms.`,
    ),
    ...when(
      hasAlarms && isForeign,
      code,
      "alarms",
      `alarms is on and deploymentController.type is ${controller}: alarms need controller ECS.`,
    ),
    ...when(
      hasAlarms && empty !== undefined,
      code,
      "alarms.alarmNames",
      "alarms.alarmNames is empty and alarms.enable is true: name at least one alarm.",
    ),
  ];
}

/** The percentage is a number in steps of 0.1, and only the strategy it is for takes the configuration. */
function stepProblems(inputs: unknown, name: string, strategy: string, percent: string, least: number): Refusal[] {
  const at = `${configuration}.${name}`;
  const chosen = isSet(inputs, `${configuration}.strategy`) ? textAt(inputs, `${configuration}.strategy`) : "ROLLING";
  const value = valueAt(inputs, `${at}.${percent}`);
  const problem = value === undefined ? undefined : between(least, 100)(value);
  const isFine = typeof value !== "number" || Math.abs(value * 10 - Math.round(value * 10)) < 1e-9;
  return [
    ...when(
      isSet(inputs, at) && chosen !== undefined && chosen !== strategy,
      code,
      at,
      `${at} is set and the strategy is ${chosen}: only ${strategy} has it. Remove it, or change the strategy.`,
    ),
    ...when(problem !== undefined, code, `${at}.${percent}`, `${at}.${percent} is ${show(value)}: ${problem}.`),
    ...when(!isFine, code, `${at}.${percent}`, `${at}.${percent} is ${show(value)}: use a multiple of 0.1.`),
  ];
}

/** A load balancer of a service that shifts traffic needs its second target group, rule and role. */
function advancedProblems(inputs: unknown): Refusal[] {
  if (!shiftsTraffic(inputs)) return [];
  const strategy = textAt(inputs, `${configuration}.strategy`);
  const balancers = recordsAt(inputs, "loadBalancers[]");
  const isBare = (listAt(inputs, "loadBalancers") ?? []).length === 0 && !isSet(inputs, "serviceConnectConfiguration");
  return [
    ...balancers.flatMap(({ path, value }) =>
      isSet(value, "advancedConfiguration")
        ? sameGroupProblems(path, value)
        : [
            refusal(
              code,
              `${path}.advancedConfiguration`,
              `${path}.advancedConfiguration is missing: strategy ${strategy} needs alternateTargetGroupArn, productionListenerRule and roleArn.`,
            ),
          ],
    ),
    ...when(
      isBare && strategy !== "BLUE_GREEN" && !isSet(inputs, "loadBalancers"),
      code,
      "loadBalancers",
      `loadBalancers is missing: strategy ${strategy} shifts traffic and needs a load balancer or Service Connect.`,
    ),
  ];
}

function sameGroupProblems(path: string, balancer: unknown): Refusal[] {
  const first = textAt(balancer, "targetGroupArn");
  const second = textAt(balancer, "advancedConfiguration.alternateTargetGroupArn");
  const at = `${path}.advancedConfiguration.alternateTargetGroupArn`;
  return when(
    first !== undefined && first === second,
    code,
    at,
    `${at} is ${show(second)}, as targetGroupArn: the alternate group must be a second one.`,
  );
}
