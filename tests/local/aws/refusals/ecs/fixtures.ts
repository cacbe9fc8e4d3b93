import { arn, region, role, roleArn, stored } from "../support";

type Values = Record<string, unknown>;

export const taskType = "aws:ecs/taskDefinition:TaskDefinition";
export const serviceType = "aws:ecs/service:Service";

export const container: Values = {
  name: "app",
  image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app@sha256:" + "a".repeat(64),
  essential: true,
  portMappings: [{ containerPort: 8080, protocol: "tcp" }],
  environment: [{ name: "PORT", value: "8080" }],
  secrets: [{ name: "TOKEN", valueFrom: arn("ssm", "parameter/token") }],
  logConfiguration: {
    logDriver: "awslogs",
    options: { "awslogs-group": "/app", "awslogs-region": region, "awslogs-stream-prefix": "app" },
  },
};

export const task: Values = {
  family: "app",
  cpu: "512",
  memory: "1024",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  executionRoleArn: roleArn("execution"),
  taskRoleArn: roleArn("task"),
  containerDefinitions: JSON.stringify([container]),
};

/** The task definition's input with changes to its one container. */
export function containers(...changes: Values[]): Values {
  return { containerDefinitions: JSON.stringify(changes.map((change) => ({ ...container, ...change }))) };
}

export const roles = [
  role("execution", "ecs-tasks.amazonaws.com"),
  role("task", "ecs-tasks.amazonaws.com"),
  role("infrastructure", "ecs.amazonaws.com"),
  role("build", "codebuild.amazonaws.com"),
];

export const taskArn = arn("ecs", "task-definition/app:1");
export const group = (name: string): string => arn("elasticloadbalancing", `targetgroup/${name}/1`);
export const productionRule = arn("elasticloadbalancing", "listener-rule/app/lb/1/2/3");
export const testRule = arn("elasticloadbalancing", "listener-rule/app/lb/1/2/4");
export const listenerArn = arn("elasticloadbalancing", "listener/app/lb/1/2");
const balancerArn = arn("elasticloadbalancing", "loadbalancer/app/lb/1");

const targetGroup = (name: string, targetType = "ip") =>
  stored("aws:lb/targetGroup:TargetGroup", group(name), { name, targetType }, { arn: group(name) });
export const forward = (...names: string[]): Values => ({
  type: "forward",
  forward: { targetGroups: names.map((name, index) => ({ arn: group(name), weight: index === 0 ? 100 : 0 })) },
});
export const listenerRule = (ruleArn: string, ...names: string[]) =>
  stored("aws:lb/listenerRule:ListenerRule", ruleArn, { listenerArn, actions: [forward(...names)] }, { arn: ruleArn });

export const cluster = stored(
  "aws:ecs/cluster:Cluster",
  arn("ecs", "cluster/main"),
  { name: "main" },
  { arn: arn("ecs", "cluster/main") },
);

export const serviceStore = [
  ...roles,
  cluster,
  stored(taskType, "app", task, { arn: taskArn, family: "app", revision: 1 }),
  stored("aws:cloudwatch/logGroup:LogGroup", "/app", { name: "/app" }),
  stored("aws:ec2/subnet:Subnet", "subnet-1"),
  stored("aws:ec2/securityGroup:SecurityGroup", "sg-1"),
  stored("aws:lb/loadBalancer:LoadBalancer", balancerArn, { loadBalancerType: "application" }, { arn: balancerArn }),
  stored(
    "aws:lb/listener:Listener",
    listenerArn,
    { loadBalancerArn: balancerArn, defaultActions: [forward("blue")] },
    { arn: listenerArn },
  ),
  targetGroup("blue"),
  targetGroup("green"),
  targetGroup("idle"),
  targetGroup("instances", "instance"),
];

export const service: Values = {
  name: "app",
  cluster: cluster.id,
  taskDefinition: taskArn,
  desiredCount: 2,
  launchType: "FARGATE",
  networkConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"], assignPublicIp: false },
  loadBalancers: [{ containerName: "app", containerPort: 8080, targetGroupArn: group("blue") }],
};
