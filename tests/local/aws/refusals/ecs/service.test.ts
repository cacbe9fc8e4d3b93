import { UNKNOWN } from "../../../../../local/aws/refusals/contract";
import { arn, stored, table } from "../support";
import { cluster, containers, group, service, serviceStore, serviceType, task, taskType } from "./fixtures";

const code = "InvalidParameterException";
const spot = [{ capacityProvider: "FARGATE_SPOT", weight: 1 }];
const taskNamed = (name: string, changes: Record<string, unknown>): ReturnType<typeof stored> =>
  stored(
    taskType,
    name,
    { ...task, ...changes },
    { arn: arn("ecs", `task-definition/${name}:1`), family: name, revision: 1 },
  );
const store = [
  ...serviceStore,
  stored(serviceType, "taken", { name: "taken", cluster: cluster.id }),
  stored("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders", "main", {
    clusterName: "main",
    capacityProviders: ["FARGATE", "FARGATE_SPOT"],
  }),
  taskNamed("ec2", { requiresCompatibilities: ["EC2"], networkMode: "bridge" }),
  taskNamed("mute", containers({ logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/none" } } })),
  taskNamed("roleless", { taskRoleArn: undefined }),
];

describe("ecs/service", () => {
  table({
    type: serviceType,
    base: service,
    store,
    accepts: {
      "the family alone": { taskDefinition: "app" },
      "family and revision": { taskDefinition: "app:1" },
      "a capacity provider of the cluster": { launchType: undefined, capacityProviderStrategies: spot },
      "unknown references": { cluster: UNKNOWN, taskDefinition: UNKNOWN, "loadBalancers[0].targetGroupArn": UNKNOWN },
      "a task definition that the pipeline registered": [
        { taskDefinition: "app:7" },
        { operation: "update", id: "app", old: { ...service, taskDefinition: "app:7" } },
      ],
      "no task yet, and no log group": { taskDefinition: "mute", desiredCount: 0 },
      "a rolling deployment with a circuit breaker": { deploymentCircuitBreaker: { enable: true, rollback: true } },
    },
    refuses: {
      "a cluster that is not there": [{ cluster: "nope" }, "ClusterNotFoundException"],
      "a task definition that is not there": [
        { taskDefinition: "app:9" },
        "ClientException",
        "TaskDefinition not found",
      ],
      "a name that is taken": [{ name: "taken" }, code, "exists already"],
      "launch type and capacity providers": [{ capacityProviderStrategies: spot }, code, "both is not supported"],
      "another launch type": [{ launchType: "LAMBDA" }, code, "FARGATE"],
      "no network": [{ networkConfiguration: undefined }, code, "must be provided when networkMode awsvpc"],
      "a network with bridge": [{ taskDefinition: "ec2", launchType: "EC2" }, code, "use awsvpc, or remove it"],
      "Fargate with an EC2 task": [
        { taskDefinition: "ec2", networkConfiguration: undefined },
        code,
        "does not support it",
      ],
      "a subnet that is not there": [{ "networkConfiguration.subnets": ["subnet-9"] }, code, "no such subnet"],
      "a security group that is not there": [
        { "networkConfiguration.securityGroups": ["sg-9"] },
        code,
        "no such security group",
      ],
      "six security groups": [
        { "networkConfiguration.securityGroups": Array.from({ length: 6 }, () => "sg-1") },
        code,
        "0 to 5",
      ],
      "a container that is not there": [{ "loadBalancers[0].containerName": "web" }, code, "It has: app"],
      "a port that is not mapped": [{ "loadBalancers[0].containerPort": 80 }, code, "It has: 8080"],
      "a target group that is not there": [
        { "loadBalancers[0].targetGroupArn": group("none") },
        code,
        "no such target group",
      ],
      "a target group nothing forwards to": [
        { "loadBalancers[0].targetGroupArn": group("idle") },
        code,
        "associated load balancer",
      ],
      "a target group of instances": [
        { "loadBalancers[0].targetGroupArn": group("instances") },
        code,
        'targetType "ip"',
      ],
      "a log group that is not there": [{ taskDefinition: "mute" }, "ResourceInitializationError", "/none"],
      "ECS Exec without task role": [
        { taskDefinition: "roleless", enableExecuteCommand: true },
        code,
        "taskRoleArn is needed",
      ],
      "a grace period without load balancer": [
        { loadBalancers: undefined, healthCheckGracePeriodSeconds: 60 },
        code,
        "healthCheckGracePeriodSeconds",
      ],
      "a capacity provider beside the cluster": [
        { launchType: undefined, capacityProviderStrategies: [{ capacityProvider: "EC2", weight: 1 }] },
        code,
        "not associated with cluster",
      ],
      "two bases": [
        {
          launchType: undefined,
          capacityProviderStrategies: ["FARGATE", "FARGATE_SPOT"].map((one) => ({
            capacityProvider: one,
            base: 1,
            weight: 1,
          })),
        },
        code,
        "only one may have a base",
      ],
      "-1 tasks": [{ desiredCount: -1 }, code, "0 to 5000"],
      "a daemon on Fargate": [{ schedulingStrategy: "DAEMON" }, code, "Use REPLICA"],
      "another propagation": [{ propagateTags: "TASK" }, code, "nearest: NONE"],
      "rebalancing without room": [
        { availabilityZoneRebalancing: "ENABLED", deploymentMaximumPercent: 100 },
        code,
        "more than 100",
      ],
      "another platform version": [{ platformVersion: "latest" }, code, '"LATEST"'],
    },
  });
});
