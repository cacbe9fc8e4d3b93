/** What somebody writes who has not heard of any of this yet. */
export const mistakenProgram = `
  import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup";
  import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
  import { Repository } from "@pulumi/aws/ecr/repository";
  import { Service } from "@pulumi/aws/ecs/service";
  import { TaskDefinition } from "@pulumi/aws/ecs/taskDefinition";
  import { Role } from "@pulumi/aws/iam/role";
  import { RolePolicy } from "@pulumi/aws/iam/rolePolicy";
  import { Listener } from "@pulumi/aws/lb/listener";
  import { LoadBalancer } from "@pulumi/aws/lb/loadBalancer";
  import { TargetGroup } from "@pulumi/aws/lb/targetGroup";
  import { Bucket } from "@pulumi/aws/s3/bucket";
  import { BucketPublicAccessBlock } from "@pulumi/aws/s3/bucketPublicAccessBlock";
  import { Topic } from "@pulumi/aws/sns/topic";

  new Repository("images");
  const bucket = new Bucket("artifacts");
  const closed = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
  new BucketPublicAccessBlock("artifacts-block", { bucket: bucket.id, ...closed });
  new Topic("alarms");
  new LogGroup("logs");
  new SecurityGroup("bastion", { ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }] });

  const document = (statement: object) => JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
  const trust = (Service: string) => document({
    Principal: { Service },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
  });
  const start = new Role("start", { assumeRolePolicy: trust("ecs-tasks.amazonaws.com") });
  const run = new Role("run", { assumeRolePolicy: trust("ecs-tasks.amazonaws.com") });
  const build = new Role("build", { assumeRolePolicy: trust("codebuild.amazonaws.com") });
  new RolePolicy("storage", { role: build.id, policy: document({ Action: "s3:*", Resource: "*" }) });
  new RolePolicy("handover", { role: build.id, policy: document({ Action: "iam:PassRole", Resource: "*" }) });

  const environment = [{ name: "DB_PASSWORD", value: "hunter2" }];
  const task = new TaskDefinition("task", {
    family: "shop",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "256",
    memory: "512",
    executionRoleArn: start.arn,
    taskRoleArn: run.arn,
    containerDefinitions: JSON.stringify([{ name: "app", image: "shop:1", environment }]),
  });
  const subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"];
  new Service("public", {
    taskDefinition: task.arn,
    launchType: "FARGATE",
    networkConfiguration: { subnets, assignPublicIp: true },
  });
  const balancer = new LoadBalancer("balancer", { internal: true, subnets });
  const targets = new TargetGroup("targets", { port: 80, protocol: "HTTP", targetType: "ip", vpcId: "vpc-0123456789abcdef0" });
  const defaultActions = [{ type: "forward", targetGroupArn: targets.arn }];
  new Listener("web", { loadBalancerArn: balancer.arn, port: 80, protocol: "HTTP", defaultActions });
`;
