import type { PreviewedResource } from "../support/judgedStack";

/** One secured property of the production stack, broken: exactly the control in the first place must then speak. */
export type Breakage = readonly [
  control: string,
  type: string,
  name: string,
  change: (resource: PreviewedResource) => void,
];

const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::a-bucket-of-ours/*" };

/** Adds a statement to a JSON document in the given input. */
const allowing =
  (property: string, added: object) =>
  ({ inputs }: PreviewedResource): void => {
    const document = JSON.parse(inputs[property]) as { Statement: object[] };
    document.Statement.push(added);
    inputs[property] = JSON.stringify(document);
  };

/** Takes the statements with the given action out of a JSON document. */
const dropping =
  (property: string, action: string) =>
  ({ inputs }: PreviewedResource): void => {
    const document = JSON.parse(inputs[property]) as { Statement: { Action: unknown }[] };
    document.Statement = document.Statement.filter(({ Action }) => ![Action].flat().includes(action));
    inputs[property] = JSON.stringify(document);
  };

/** Changes the first container of a task definition. */
const container =
  (change: (container: Record<string, unknown>) => void) =>
  ({ inputs }: PreviewedResource): void => {
    const containers = JSON.parse(inputs.containerDefinitions) as Record<string, unknown>[];
    change(containers[0] as Record<string, unknown>);
    inputs.containerDefinitions = JSON.stringify(containers);
  };

const set =
  (property: string, value: unknown) =>
  ({ inputs }: PreviewedResource): void => {
    inputs[property] = value;
  };

const role = ["aws:iam/rolePolicy:RolePolicy", "pipeline-start-role-policy"] as const;
const task = ["aws:ecs/taskDefinition:TaskDefinition", "app-task"] as const;
const cluster = ["aws:ecs/cluster:Cluster", "app-cluster"] as const;
const service = ["aws:ecs/service:Service", "app-service"] as const;
const key = ["aws:kms/key:Key", "encryption-key"] as const;
const balancer = ["aws:lb/loadBalancer:LoadBalancer", "app-load-balancer"] as const;
const https = ["aws:lb/listener:Listener", "app-https"] as const;
const project = ["aws:codebuild/project:Project", "pipeline-verify-project"] as const;
const pipeline = ["aws:codepipeline/pipeline:Pipeline", "pipeline-pipeline"] as const;
const block = ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "artifacts-artifacts-public-access"] as const;
const bucketPolicy = ["aws:s3/bucketPolicy:BucketPolicy", "artifacts-artifacts-policy"] as const;
const topicPolicy = ["aws:sns/topicPolicy:TopicPolicy", "monitoring-topic-policy"] as const;

export const breakages: readonly Breakage[] = [
  ["logs-kms", "aws:cloudwatch/logGroup:LogGroup", "app-logs", set("kmsKeyId", undefined)],
  ["logs-retention", "aws:cloudwatch/logGroup:LogGroup", "app-logs", set("retentionInDays", 30)],
  ["sns-kms", "aws:sns/topic:Topic", "monitoring-topic", set("kmsMasterKeyId", "alias/aws/sns")],
  [
    "sns-policy",
    ...topicPolicy,
    allowing("policy", { Effect: "Allow", Principal: "*", Action: "sns:Publish", Resource: "*" }),
  ],
  ["alarm-actions", "aws:cloudwatch/metricAlarm:MetricAlarm", "monitoring-alarm-cpu", set("actionsEnabled", false)],
  ["events-dlq", "aws:cloudwatch/eventTarget:EventTarget", "pipeline-start-target", set("deadLetterConfig", undefined)],
  ["events-pattern", "aws:cloudwatch/eventRule:EventRule", "pipeline-start", set("eventPattern", "{}")],
  ["kms-rotation", ...key, set("enableKeyRotation", false)],
  ["kms-deletion", ...key, set("deletionWindowInDays", 7)],
  ["kms-bypass", ...key, set("bypassPolicyLockoutSafetyCheck", true)],
  ["kms-description", ...key, set("description", "")],
  [
    "kms-policy-public",
    ...key,
    allowing("policy", { Effect: "Allow", Principal: "*", Action: "kms:Decrypt", Resource: "*" }),
  ],
  [
    "kms-service-source",
    ...key,
    allowing("policy", {
      Effect: "Allow",
      Principal: { Service: "sqs.amazonaws.com" },
      Action: "kms:Decrypt",
      Resource: "*",
    }),
  ],
  ["kms-root-delegation", ...key, dropping("policy", "kms:*")],
  ["pulumi-protect", "aws:s3/bucket:Bucket", "artifacts-logs", (resource) => (resource.protect = false)],
  ["s3-bpa", ...block, set("blockPublicPolicy", false)],
  [
    "s3-tls-only",
    ...bucketPolicy,
    ({ inputs }) => (inputs.policy = inputs.policy.replaceAll("aws:SecureTransport", "aws:MultiFactorAuthPresent")),
  ],
  ["s3-policy-scope", ...bucketPolicy, allowing("policy", { ...statement, Principal: "*" })],
  ["s3-force-destroy", "aws:s3/bucket:Bucket", "artifacts-artifacts", set("forceDestroy", true)],
  [
    "s3-ownership",
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    "artifacts-artifacts-ownership",
    set("rule", { objectOwnership: "ObjectWriter" }),
  ],
  [
    "s3-versioning",
    "aws:s3/bucketVersioning:BucketVersioning",
    "artifacts-artifacts-versioning",
    set("versioningConfiguration", { status: "Suspended" }),
  ],
  [
    "s3-kms",
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    "artifacts-artifacts-encryption",
    ({ inputs }) => (inputs.rules[0].bucketKeyEnabled = false),
  ],
  [
    "alb-https",
    "aws:lb/listener:Listener",
    "app-http",
    ({ inputs }) =>
      (inputs.defaultActions = [{ type: "fixed-response", fixedResponse: { contentType: "text/plain" } }]),
  ],
  [
    "alb-redirect",
    "aws:lb/listener:Listener",
    "app-http",
    ({ inputs }) => (inputs.defaultActions[0].redirect.statusCode = "HTTP_302"),
  ],
  ["alb-tls-policy", ...https, set("sslPolicy", "ELBSecurityPolicy-2016-08")],
  ["alb-hsts", ...https, set("routingHttpResponseStrictTransportSecurityHeaderValue", undefined)],
  ["alb-drop-headers", ...balancer, set("dropInvalidHeaderFields", false)],
  ["alb-logs", ...balancer, ({ inputs }) => (inputs.accessLogs.enabled = false)],
  ["alb-delete-protect", ...balancer, set("enableDeletionProtection", false)],
  ["alb-desync", ...balancer, set("desyncMitigationMode", "monitor")],
  ["alb-xff", ...balancer, set("xffHeaderProcessingMode", undefined)],
  ["alb-public", ...balancer, ({ inputs }) => delete inputs.tags["internet-facing"]],
  ["alb-tg-health", "aws:lb/targetGroup:TargetGroup", "app-blue", set("healthCheck", undefined)],
  [
    "sg-ingress-open",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "app-clients-everywhere-443",
    ({ inputs }) => Object.assign(inputs, { fromPort: 22, toPort: 22 }),
  ],
  ["sg-descriptions", "aws:ec2/securityGroup:SecurityGroup", "app-task-group", set("description", "Managed by Pulumi")],
  [
    "sg-egress",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    "app-load-balancer-to-tasks",
    ({ inputs }) => Object.assign(inputs, { cidrIpv4: "0.0.0.0/0", referencedSecurityGroupId: undefined }),
  ],
  ["vpc-subnet-no-public", "aws:ec2/subnet:Subnet", "network-vpc-private-1", set("mapPublicIpOnLaunch", true)],
  [
    "vpc-default-sg",
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    "network-default-group",
    set("ingress", [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }]),
  ],
  ["vpc-flow-logs", "aws:ec2/flowLog:FlowLog", "network-flow-log", set("trafficType", "ACCEPT")],
  ["vpc-endpoint-dns", "aws:ec2/vpcEndpoint:VpcEndpoint", "network-endpoint-logs", set("privateDnsEnabled", false)],
  [
    "vpc-endpoint-policy",
    "aws:ec2/vpcEndpoint:VpcEndpoint",
    "network-endpoint-logs",
    allowing("policy", { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }),
  ],
  ["ecs-no-public-ip", ...service, ({ inputs }) => (inputs.networkConfiguration.assignPublicIp = true)],
  ["ecs-exec-off", ...service, set("enableExecuteCommand", true)],
  ["ecs-az-rebalance", ...service, set("availabilityZoneRebalancing", "DISABLED")],
  ["ecs-container-insights", ...cluster, set("settings", [{ name: "containerInsights", value: "disabled" }])],
  ["ecs-exec-logging", ...cluster, ({ inputs }) => delete inputs.configuration.executeCommandConfiguration],
  ["ecs-ephemeral-kms", ...cluster, ({ inputs }) => delete inputs.configuration.managedStorageConfiguration.kmsKeyId],
  ["ecs-unprivileged", ...task, container((first) => (first.privileged = true))],
  ["ecs-nonroot", ...task, container((first) => (first.user = "0:0"))],
  ["ecs-readonly-root", ...task, container((first) => (first.readonlyRootFilesystem = false))],
  ["ecs-env-secrets", ...task, container((first) => (first.environment = [{ name: "DB_PASSWORD", value: "hunter2" }]))],
  ["ecs-awsvpc", ...task, set("networkMode", "bridge")],
  ["ecs-no-host-pid", ...task, set("pidMode", "host")],
  ["ecs-fault-injection", ...task, set("enableFaultInjection", true)],
  ["ecs-keep-revisions", ...task, set("skipDestroy", false)],
  ["cb-kms", ...project, set("encryptionKey", undefined)],
  ["cb-privileged", ...project, ({ inputs }) => (inputs.environment.privilegedMode = true)],
  [
    "cb-env-creds",
    ...project,
    ({ inputs }) =>
      (inputs.environment.environmentVariables = [
        { name: "AWS_SECRET_ACCESS_KEY", value: "hunter2", type: "PLAINTEXT" },
      ]),
  ],
  ["cb-visibility", ...project, set("projectVisibility", "PUBLIC_READ")],
  ["cb-timeout", ...project, set("buildTimeout", 2000)],
  ["cp-type-v2", ...pipeline, set("pipelineType", "V1")],
  ["cp-artifact-kms", ...pipeline, ({ inputs }) => (inputs.artifactStores[0].encryptionKey = undefined)],
  ["iam-no-admin", ...role, allowing("policy", { Effect: "Allow", Action: "*", Resource: "*" })],
  ["iam-no-service-wildcard", ...role, allowing("policy", { ...statement, Action: "s3:*" })],
  ["iam-no-write-wildcard", ...role, allowing("policy", { ...statement, Action: "s3:Put*" })],
  ["iam-no-star-resource", ...role, allowing("policy", { ...statement, Resource: "*" })],
  [
    "iam-no-notaction",
    ...role,
    allowing("policy", { Effect: "Allow", NotAction: "iam:*", Resource: "arn:aws:s3:::a-bucket-of-ours/*" }),
  ],
  [
    "iam-no-notresource",
    ...role,
    allowing("policy", { Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:aws:s3:::x/*" }),
  ],
  ["iam-action-exists", ...role, allowing("policy", { ...statement, Action: "s3:GetObjekt" })],
  ["pulumi-ignore-changes", ...key, (resource) => (resource.ignoreChanges = ["policy"])],
];
