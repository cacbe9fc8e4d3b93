import type { Kind } from "./kind";

const key = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000000";
const taskRole = "arn:aws:iam::123456789012:role/shop-task";
const executionRole = "arn:aws:iam::123456789012:role/shop-execution";
const image = `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop@sha256:${"0".repeat(64)}`;
const logOptions = { "awslogs-group": "/shop", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "app" };

const task: Kind = {
  kind: "ECS task definition",
  resources: [
    {
      type: "aws:cloudwatch/logGroup:LogGroup",
      name: "logs",
      props: { name: "/shop", retentionInDays: 365, kmsKeyId: key },
    },
    {
      type: "aws:ecs/taskDefinition:TaskDefinition",
      name: "it",
      props: {
        ...{ family: "shop", networkMode: "awsvpc", requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" },
        ...{ taskRoleArn: taskRole, executionRoleArn: executionRole },
        volumes: [
          {
            name: "files",
            efsVolumeConfiguration: {
              fileSystemId: "fs-0a1b2c3d",
              transitEncryption: "ENABLED",
              authorizationConfig: { iam: "ENABLED" },
            },
          },
        ],
        containerDefinitions: [
          {
            ...{ name: "app", image, essential: true, user: "1000", readonlyRootFilesystem: true },
            environment: [{ name: "STAGE", value: "prod" }],
            logConfiguration: { logDriver: "awslogs", options: logOptions },
          },
        ],
      },
    },
  ],
  cloudFormation: {
    It: {
      Type: "AWS::ECS::TaskDefinition",
      Properties: {
        ...{ Family: "shop", NetworkMode: "awsvpc", RequiresCompatibilities: ["FARGATE"], Cpu: "256", Memory: "512" },
        ...{ TaskRoleArn: taskRole, ExecutionRoleArn: executionRole },
        Volumes: [
          {
            Name: "files",
            EFSVolumeConfiguration: {
              FilesystemId: "fs-0a1b2c3d",
              TransitEncryption: "ENABLED",
              AuthorizationConfig: { IAM: "ENABLED" },
            },
          },
        ],
        ContainerDefinitions: [
          {
            ...{ Name: "app", Image: image, Essential: true, User: "1000", ReadonlyRootFilesystem: true },
            Environment: [{ Name: "STAGE", Value: "prod" }],
            LogConfiguration: { LogDriver: "awslogs", Options: logOptions },
          },
        ],
      },
    },
  },
  faults: [
    {
      breaks: ["ecs-unprivileged"],
      reason: "a privileged container",
      change: { "it.containerDefinitions.0.privileged": true },
      template: { "It.ContainerDefinitions.0.Privileged": true },
    },
    {
      breaks: ["ecs-nonroot"],
      reason: "the container runs as root",
      change: { "it.containerDefinitions.0.user": "root" },
      template: { "It.ContainerDefinitions.0.User": "root" },
    },
    {
      breaks: ["ecs-nonroot"],
      reason: "the container runs as the image wants",
      change: { "it.containerDefinitions.0.user": undefined },
      template: { "It.ContainerDefinitions.0.User": undefined },
    },
    {
      breaks: ["ecs-readonly-root"],
      reason: "the container can write its root file system",
      change: { "it.containerDefinitions.0.readonlyRootFilesystem": undefined },
      template: { "It.ContainerDefinitions.0.ReadonlyRootFilesystem": undefined },
    },
    {
      breaks: ["ecs-awsvpc"],
      reason: "the network of the host",
      change: { "it.networkMode": "host", "it.requiresCompatibilities": ["EC2"] },
      template: { "It.NetworkMode": "host", "It.RequiresCompatibilities": ["EC2"] },
    },
    {
      breaks: ["ecs-no-host-pid"],
      reason: "the processes of the host",
      change: { "it.pidMode": "host", "it.requiresCompatibilities": ["EC2"] },
      template: { "It.PidMode": "host", "It.RequiresCompatibilities": ["EC2"] },
    },
    {
      breaks: ["ecs-env-secrets"],
      reason: "a password in a variable",
      change: { "it.containerDefinitions.0.environment.0": { name: "DB_PASSWORD", value: "not-a-real-one" } },
      template: { "It.ContainerDefinitions.0.Environment.0": { Name: "DB_PASSWORD", Value: "not-a-real-one" } },
    },
    {
      breaks: ["ecs-logging"],
      reason: "no logs",
      change: { "it.containerDefinitions.0.logConfiguration": undefined },
      template: { "It.ContainerDefinitions.0.LogConfiguration": undefined },
    },
    {
      breaks: ["ecs-roles-differ"],
      reason: "one role for application and agent",
      change: { "it.taskRoleArn": executionRole },
      template: { "It.TaskRoleArn": executionRole },
    },
    {
      breaks: ["ecs-efs-tls"],
      reason: "a file system without TLS",
      change: { "it.volumes.0.efsVolumeConfiguration.transitEncryption": "DISABLED" },
      template: { "It.Volumes.0.EFSVolumeConfiguration.TransitEncryption": "DISABLED" },
    },
    {
      breaks: ["ecs-image-pinned"],
      reason: "whatever image is the latest",
      change: { "it.containerDefinitions.0.image": "nginx:latest" },
      template: { "It.ContainerDefinitions.0.Image": "nginx:latest" },
    },
  ],
};

const service: Kind = {
  kind: "ECS service",
  resources: [
    {
      type: "aws:ecs/service:Service",
      name: "it",
      props: {
        ...{ name: "shop", cluster: "shop", taskDefinition: "shop:1", desiredCount: 2, launchType: "FARGATE" },
        platformVersion: "LATEST",
        deploymentCircuitBreaker: { enable: true, rollback: true },
        networkConfiguration: { subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1"], assignPublicIp: false },
      },
    },
  ],
  cloudFormation: {
    It: {
      Type: "AWS::ECS::Service",
      Properties: {
        ...{ Cluster: "shop", TaskDefinition: "shop:1", DesiredCount: 2, LaunchType: "FARGATE" },
        PlatformVersion: "LATEST",
        DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true } },
        NetworkConfiguration: {
          AwsvpcConfiguration: {
            ...{ Subnets: ["subnet-1", "subnet-2"], SecurityGroups: ["sg-1"], AssignPublicIp: "DISABLED" },
          },
        },
      },
    },
  },
  faults: [
    {
      breaks: ["ecs-no-public-ip"],
      reason: "tasks have public addresses",
      change: { "it.networkConfiguration.assignPublicIp": true },
      template: { "It.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp": "ENABLED" },
    },
    {
      breaks: ["ecs-platform-latest"],
      reason: "an old platform version",
      change: { "it.platformVersion": "1.3.0" },
      template: { "It.PlatformVersion": "1.3.0" },
    },
    {
      breaks: ["ecs-circuit-breaker"],
      reason: "a failed deployment stays",
      change: { "it.deploymentCircuitBreaker": undefined },
      template: { "It.DeploymentConfiguration": undefined },
    },
  ],
};

const cluster: Kind = {
  kind: "ECS cluster",
  resources: [
    {
      type: "aws:ecs/cluster:Cluster",
      name: "it",
      props: {
        name: "shop",
        settings: [{ name: "containerInsights", value: "enabled" }],
        configuration: {
          executeCommandConfiguration: {
            kmsKeyId: key,
            logging: "OVERRIDE",
            logConfiguration: { cloudWatchEncryptionEnabled: true, cloudWatchLogGroupName: "/exec" },
          },
        },
      },
    },
  ],
  cloudFormation: {
    It: {
      Type: "AWS::ECS::Cluster",
      Properties: {
        ClusterSettings: [{ Name: "containerInsights", Value: "enabled" }],
        Configuration: {
          ExecuteCommandConfiguration: {
            KmsKeyId: key,
            Logging: "OVERRIDE",
            LogConfiguration: { CloudWatchEncryptionEnabled: true, CloudWatchLogGroupName: "/exec" },
          },
        },
      },
    },
  },
  faults: [
    {
      breaks: ["ecs-container-insights"],
      reason: "no Container Insights",
      change: { "it.settings.0.value": "disabled" },
      template: { "It.ClusterSettings.0.Value": "disabled" },
    },
    {
      breaks: ["ecs-exec-logging"],
      reason: "sessions are not logged",
      change: { "it.configuration.executeCommandConfiguration.logging": "NONE" },
      template: { "It.Configuration.ExecuteCommandConfiguration.Logging": "NONE" },
    },
    {
      breaks: ["ecs-exec-logging"],
      reason: "sessions are not encrypted",
      change: { "it.configuration.executeCommandConfiguration.kmsKeyId": undefined },
      template: { "It.Configuration.ExecuteCommandConfiguration.KmsKeyId": undefined },
    },
  ],
};

export const containers: readonly Kind[] = [task, service, cluster];
