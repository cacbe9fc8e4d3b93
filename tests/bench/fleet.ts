import type { Sent } from "../support/analyzer";
import { unknown } from "../support/policy";

/** A delivery stack of the usual kind, `services` times over: about 25 resources a service. */
export function fleet(services: number): Sent[] {
  return Array.from({ length: services }, (_, index) => service(`service-${index}`)).flat();
}

const account = "123456789012";

function service(name: string): Sent[] {
  const urn = (type: string, own: string) => `urn:pulumi:dev::shop::${type}::${name}-${own}`;
  const made: Sent[] = [];
  const add = (type: string, own: string, props: object, links: Readonly<Record<string, string>> = {}) => {
    const propertyDependencies = Object.fromEntries(
      Object.entries(links).map(([property, target]) => [property, [target]]),
    );
    made.push({ type, name: `${name}-${own}`, urn: urn(type, own), props, propertyDependencies });
    return urn(type, own);
  };
  const document = (action: string, resource: unknown) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Sid: "Only", Effect: "Allow", Action: [action], Resource: [resource] }],
    });
  const trust = (principal: string) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: principal } }],
    });
  const key = add("aws:kms/key:Key", "key", { enableKeyRotation: true, description: name, deletionWindowInDays: 30 });
  const bucket = add("aws:s3/bucket:Bucket", "bucket", { bucket: `${name}-artifacts`, tags: { owner: "a" } });
  for (const part of ["PublicAccessBlock", "Versioning", "OwnershipControls", "LifecycleConfiguration"]) {
    add(`aws:s3/bucket${part}:Bucket${part}`, `bucket-${part}`, { bucket: unknown }, { bucket });
  }
  const repository = add("aws:ecr/repository:Repository", "repository", {
    name,
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: unknown }],
  });
  add(
    "aws:ecr/lifecyclePolicy:LifecyclePolicy",
    "lifecycle",
    { repository: unknown, policy: '{"rules":[]}' },
    { repository },
  );
  for (const [own, principal] of [
    ["build", "codebuild"],
    ["task", "ecs-tasks"],
    ["pipeline", "codepipeline"],
  ] as const) {
    const role = add("aws:iam/role:Role", `${own}-role`, { assumeRolePolicy: trust(`${principal}.amazonaws.com`) });
    const policy = document("ecr:BatchGetImage", `arn:aws:ecr:eu-west-1:${account}:repository/${name}`);
    add("aws:iam/rolePolicy:RolePolicy", `${own}-policy`, { role: unknown, policy }, { role });
  }
  add("aws:codebuild/project:Project", "build", {
    environment: { image: "aws/codebuild/standard:7.0", environmentVariables: [{ name: "STAGE", value: "dev" }] },
    serviceRole: unknown,
  });
  add("aws:cloudwatch/logGroup:LogGroup", "logs", { retentionInDays: 365, kmsKeyId: unknown }, { kmsKeyId: key });
  add("aws:ecs/taskDefinition:TaskDefinition", "task", {
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: JSON.stringify([
      { name: "app", image: "x@sha256:1", user: "1000", environment: [{ name: "A", value: "b" }] },
    ]),
  });
  add("aws:ecs/service:Service", "service", {
    desiredCount: 2,
    networkConfiguration: { subnets: ["subnet-1", "subnet-2"] },
  });
  const balancer = add("aws:lb/loadBalancer:LoadBalancer", "balancer", {
    internal: true,
    dropInvalidHeaderFields: true,
  });
  add(
    "aws:lb/listener:Listener",
    "listener",
    { protocol: "HTTPS", loadBalancerArn: unknown },
    { loadBalancerArn: balancer },
  );
  add("aws:lb/targetGroup:TargetGroup", "group", { protocol: "HTTP", healthCheck: { path: "/" } });
  add("aws:ec2/securityGroup:SecurityGroup", "firewall", { description: name, ingress: [], egress: [] });
  add("aws:codepipeline/pipeline:Pipeline", "pipeline", { pipelineType: "V2", stages: [], artifactStores: [] });
  add("aws:sns/topic:Topic", "topic", { kmsMasterKeyId: unknown }, { kmsMasterKeyId: key });
  add("aws:cloudwatch/metricAlarm:MetricAlarm", "alarm", { alarmActions: [unknown], threshold: 1 });
  return made;
}
