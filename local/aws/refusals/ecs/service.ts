import { arnOf, fields, first, items, matches, named, oneOf, wholeNumber } from "../checks";
import { unique } from "../duplicates";
import { exists } from "../references";
import type { RuleTable } from "../rules";
import { clusterType, strategyProblems } from "./cluster";
import { refuseDeployment } from "./deployment";
import { refuseHooks } from "./hooks";
import { refuseLaunch } from "./launch";
import { refuseCapacity, refuseTaskDefinition } from "./serviceTask";
import { refuseTargets } from "./serviceTargets";
import { refuseTrafficShift } from "./trafficShift";

const code = "InvalidParameterException";
export const serviceType = "aws:ecs/service:Service";
const minutes = wholeNumber(0, 1440);

export const serviceRules: RuleTable = {
  [serviceType]: {
    inputs: [
      fields(code, {
        name: named(1, 255, /^[A-Za-z0-9_-]+$/, "letters, digits, - and _ only"),
        desiredCount: wholeNumber(0, 5000),
        launchType: oneOf("EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"),
        schedulingStrategy: oneOf("REPLICA", "DAEMON"),
        propagateTags: oneOf("TASK_DEFINITION", "SERVICE", "NONE"),
        availabilityZoneRebalancing: oneOf("ENABLED", "DISABLED"),
        platformVersion: matches(/^(LATEST|\d+\.\d+\.\d+)$/, '"LATEST" or a version such as "1.4.0"'),
        deploymentMinimumHealthyPercent: wholeNumber(0, 100),
        deploymentMaximumPercent: wholeNumber(0, 2147483647),
        healthCheckGracePeriodSeconds: wholeNumber(0, 2147483647),
        "deploymentController.type": oneOf("ECS", "CODE_DEPLOY", "EXTERNAL"),
        "deploymentConfiguration.strategy": oneOf("ROLLING", "BLUE_GREEN", "LINEAR", "CANARY"),
        "deploymentConfiguration.bakeTimeInMinutes": minutes,
        "deploymentConfiguration.canaryConfiguration.canaryBakeTimeInMinutes": minutes,
        "deploymentConfiguration.linearConfiguration.stepBakeTimeInMinutes": minutes,
        "networkConfiguration.subnets": items(1, 16),
        "networkConfiguration.securityGroups": items(0, 5),
        "capacityProviderStrategies[].base": wholeNumber(0, 100000),
        "capacityProviderStrategies[].weight": wholeNumber(0, 1000),
        "loadBalancers[].containerPort": wholeNumber(1, 65535),
        "loadBalancers[].targetGroupArn": arnOf("elasticloadbalancing", "targetgroup/"),
        "loadBalancers[].advancedConfiguration.alternateTargetGroupArn": arnOf("elasticloadbalancing", "targetgroup/"),
        "loadBalancers[].advancedConfiguration.productionListenerRule": listenerOrRule(),
        "loadBalancers[].advancedConfiguration.testListenerRule": listenerOrRule(),
        "loadBalancers[].advancedConfiguration.roleArn": arnOf("iam", "role/"),
        loadBalancers: items(0, 5),
      }),
      refuseLaunch,
      (call) => strategyProblems(call, "capacityProviderStrategies"),
      refuseDeployment,
      refuseHooks,
    ],
    account: [
      exists("ClusterNotFoundException", "cluster", "cluster", clusterType),
      unique(code, serviceType, "service of this cluster", { key: "name", within: ["cluster"] }),
      exists(code, "networkConfiguration.subnets[]", "subnet", "aws:ec2/subnet:Subnet"),
      exists(code, "networkConfiguration.securityGroups[]", "security group", "aws:ec2/securityGroup:SecurityGroup"),
      refuseTaskDefinition,
      refuseCapacity,
      refuseTargets,
      refuseTrafficShift,
    ],
  },
};

function listenerOrRule(): ReturnType<typeof first> {
  return first(arnOf("elasticloadbalancing", "listener(-rule)?/"));
}
