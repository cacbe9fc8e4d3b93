import { show } from "../checks";
import type { Call, Refusal, StoredResource } from "../contract";
import { listenerRuleType, listenerType, loadBalancerType } from "../elb/types";
import { assumeProblem } from "../iam/role";
import { hasUnknown, isUnchanged, isUnknown, recordsAt, textAt } from "../paths";
import { find, isForeign, missingAt } from "../references";
import { refusal } from "../rules";
import { shiftsTraffic } from "./deployment";
import { forwardedGroups, groupProblems } from "./serviceTargets";
import { taskDefinitionOf } from "./serviceTask";

const code = "InvalidParameterException";

/**
 * The wiring ECS needs to move traffic: two groups, a production rule that knows both, a role it can assume.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
 */
export function refuseTrafficShift(call: Call): Refusal[] {
  if (
    !shiftsTraffic(call.inputs) ||
    (isUnchanged(call, "loadBalancers") && isUnchanged(call, "deploymentConfiguration"))
  )
    return [];
  const task = taskDefinitionOf(call, textAt(call.inputs, "taskDefinition"));
  return recordsAt(call.inputs, "loadBalancers[]").flatMap(({ path, value }) => {
    const at = `${path}.advancedConfiguration`;
    const alternate = textAt(value, "advancedConfiguration.alternateTargetGroupArn");
    const production = textAt(value, "advancedConfiguration.productionListenerRule");
    const test = textAt(value, "advancedConfiguration.testListenerRule");
    const role = textAt(value, "advancedConfiguration.roleArn");
    const groups = [textAt(value, "targetGroupArn"), alternate];
    return [
      ...groupProblems(call, `${at}.alternateTargetGroupArn`, alternate, task),
      ...listenerProblems(call, `${at}.productionListenerRule`, production),
      ...listenerProblems(call, `${at}.testListenerRule`, test),
      ...forwardProblems(call, `${at}.productionListenerRule`, [production, test], groups),
      ...(role === undefined ? [] : assumeProblem(call, code, `${at}.roleArn`, role, "ecs.amazonaws.com")),
    ];
  });
}

/** With an Application Load Balancer the fields take rules, with a Network Load Balancer listeners. */
function listenerProblems(call: Call, path: string, arn: string | undefined): Refusal[] {
  if (arn === undefined || isForeign(call, arn)) return [];
  const isRule = arn.includes(":listener-rule/");
  const missing = missingAt(call, code, path, arn, isRule ? "listener rule" : "listener", [
    isRule ? listenerRuleType : listenerType,
  ]);
  if (missing.length > 0 || isRule || kindOf(call, arn) !== "application") return missing;
  const message = `${path} is ${show(arn)}, a listener of an Application Load Balancer: give the ARN of a listener rule (aws.lb.ListenerRule).`;
  return [refusal(code, path, message)];
}

function kindOf(call: Call, listener: string): string {
  const balancer = textAt(find(call, [listenerType], listener)?.inputs, "loadBalancerArn") ?? "";
  const found = find(call, [loadBalancerType], balancer);
  if (found === undefined) return listener.includes(":listener/net/") ? "network" : "application";
  return textAt(found.inputs, "loadBalancerType") ?? "application";
}

/** Both groups must be associated with the production rule or the test rule. */
function forwardProblems(
  call: Call,
  path: string,
  rules: (string | undefined)[],
  groups: (string | undefined)[],
): Refusal[] {
  const found = rules.flatMap((arn) =>
    arn === undefined ? [] : (find(call, [listenerRuleType, listenerType], arn) ?? []),
  );
  const isKnown = found.length === rules.filter((arn) => arn !== undefined).length && found.length > 0;
  if (!isKnown || found.some(hasUnknownActions)) return [];
  const forwarded = found.flatMap(({ inputs, outputs }) =>
    [inputs.actions, inputs.defaultActions, outputs.actions, outputs.defaultActions].flatMap(forwardedGroups),
  );
  return groups
    .filter((group): group is string => group !== undefined && !isUnknown(group) && !forwarded.includes(group))
    .map((group) => {
      const message = `${path} does not forward to ${show(group)}: both target groups must be associated with the production or test listener rule. Start the rule as a weighted forward to both, weights 100 and 0.`;
      return refusal(code, path, message);
    });
}

function hasUnknownActions({ inputs }: StoredResource): boolean {
  return hasUnknown(inputs.actions) || hasUnknown(inputs.defaultActions);
}
