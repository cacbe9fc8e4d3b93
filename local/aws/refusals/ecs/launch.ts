import { show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, numberAt, textAt } from "../paths";
import { when } from "../rules";

const code = "InvalidParameterException";

/** Where and how tasks are placed: what excludes each other. */
export function refuseLaunch({ inputs }: Call): Refusal[] {
  const launch = textAt(inputs, "launchType");
  const controller = textAt(inputs, "deploymentController.type");
  const hasStrategy = isSet(inputs, "capacityProviderStrategies");
  const platform = textAt(inputs, "platformVersion");
  const maximum = numberAt(inputs, "deploymentMaximumPercent");
  const isDaemon = textAt(inputs, "schedulingStrategy") === "DAEMON";
  return [
    ...when(
      hasStrategy && isSet(inputs, "launchType"),
      code,
      "launchType",
      `launchType is ${show(launch)} and capacityProviderStrategies is set: specifying both is not supported. Keep one.`,
    ),
    ...when(
      platform !== undefined && launch === "EC2",
      code,
      "platformVersion",
      `platformVersion is ${show(platform)} and launchType is EC2: only Fargate has platform versions. Remove it.`,
    ),
    ...when(
      isDaemon && (launch === "FARGATE" || isSet(inputs, "desiredCount")),
      code,
      "schedulingStrategy",
      "schedulingStrategy is DAEMON: it needs launchType EC2 and no desiredCount. Use REPLICA on Fargate.",
    ),
    ...when(
      textAt(inputs, "availabilityZoneRebalancing") === "ENABLED" && maximum !== undefined && maximum <= 100,
      code,
      "availabilityZoneRebalancing",
      `availabilityZoneRebalancing is ENABLED and deploymentMaximumPercent is ${maximum}: it needs more than 100.`,
    ),
    ...when(
      isSet(inputs, "healthCheckGracePeriodSeconds") && hasNoTargets(inputs),
      code,
      "healthCheckGracePeriodSeconds",
      "healthCheckGracePeriodSeconds is set and the service has no loadBalancers: remove it, or add a load balancer.",
    ),
    ...when(
      controller !== "EXTERNAL" && !isSet(inputs, "taskDefinition"),
      code,
      "taskDefinition",
      "taskDefinition is missing: only a service with deployment controller EXTERNAL goes without.",
    ),
  ];
}

function hasNoTargets(inputs: unknown): boolean {
  const given = ["loadBalancers", "serviceConnectConfiguration", "serviceRegistries", "vpcLatticeConfigurations"];
  return given.every((name) => !isSet(inputs, name));
}
