import * as arns from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import type { IntentStatement } from "../shared/intent";

export interface ExecutionResources {
  readonly repositoryName: string;
  readonly logGroupName: string;
  /** Reference of the image before the first release; empty when there is none. */
  readonly bootstrapImage: string;
  /** ARNs of the secrets and parameters that containers receive. */
  readonly secretArns: string[];
  /** Key that encrypts them. */
  readonly keyArn: string;
}

/** What ECS does before a container starts: pull the image, open the log stream, fetch secrets. */
export function executionStatements(where: Surroundings, resources: ExecutionResources): IntentStatement[] {
  const { repositoryName, logGroupName, bootstrapImage, secretArns, keyArn } = resources;
  const bootstrap = privateRepository(where, bootstrapImage);
  const cached = bootstrap === repositoryName ? undefined : bootstrap;
  return [
    { sid: "RegistryLogin", actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
    {
      sid: "PullImage",
      actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      resources: [repositoryName, ...(cached === undefined ? [] : [cached])].map((name) =>
        arns.repository(where, name),
      ),
    },
    ...(cached === undefined
      ? []
      : [
          {
            // A pull-through cache fetches what it does not hold yet on behalf of whoever pulls.
            sid: "FillPullThroughCache",
            actions: ["ecr:BatchImportUpstreamImage"],
            resources: [arns.repository(where, cached)],
          },
        ]),
    {
      sid: "WriteLogs",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [arns.logStreams(where, logGroupName)],
    },
    ...secretStatements(secretArns, keyArn),
  ];
}

/** The repository of an image in this account's registry; undefined for an image from elsewhere. */
export function privateRepository(where: Surroundings, image: string): string | undefined {
  const registry = new RegExp(`^${where.account}\\.dkr\\.ecr\\.${where.region}\\.[a-z.]+/([^@:]+)`);
  return registry.exec(image)?.[1];
}

function secretStatements(secretArns: string[], keyArn: string): IntentStatement[] {
  const of = (service: string) => secretArns.filter((secret) => secret.split(":")[2] === service);
  // A reference to one key of a secret carries the key after the ARN: the permission is for the secret.
  const secrets = of("secretsmanager").map((secret) => secret.split(":").slice(0, 7).join(":"));
  const parameters = of("ssm");
  return [
    ...(secrets.length === 0
      ? []
      : [{ sid: "ReadSecrets", actions: ["secretsmanager:GetSecretValue"], resources: secrets }]),
    ...(parameters.length === 0
      ? []
      : [{ sid: "ReadParameters", actions: ["ssm:GetParameters"], resources: parameters }]),
    ...(secretArns.length === 0 ? [] : [{ sid: "DecryptSecrets", actions: ["kms:Decrypt"], resources: [keyArn] }]),
  ];
}

/** What ECS Exec needs inside a task; a task without it needs nothing. */
export function execStatements(where: Surroundings, logGroupName: string, keyArn: string): IntentStatement[] {
  return [
    {
      // The session channels know no resource.
      sid: "OpenSession",
      actions: ["CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"].map(
        (action) => `ssmmessages:${action}`,
      ),
      resources: ["*"],
    },
    {
      sid: "LogSession",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [arns.logStreams(where, logGroupName)],
    },
    { sid: "FindSessionLog", actions: ["logs:DescribeLogGroups"], resources: ["*"] },
    { sid: "FindSessionStream", actions: ["logs:DescribeLogStreams"], resources: [arns.logGroup(where, logGroupName)] },
    { sid: "DecryptSession", actions: ["kms:Decrypt"], resources: [keyArn] },
  ];
}

/** What ECS does to move traffic; AWS's managed policy for it covers every load balancer of the account. */
export function trafficStatements(
  where: Surroundings,
  loadBalancerName: string,
  targetGroupNames: string[],
): IntentStatement[] {
  const describe = ["Listeners", "Rules", "TargetGroups", "TargetHealth"];
  const balancing = (resource: string) => arns.arn(where, "elasticloadbalancing", resource);
  return [
    {
      sid: "FindTraffic",
      actions: describe.map((noun) => `elasticloadbalancing:Describe${noun}`),
      resources: ["*"],
    },
    {
      sid: "MoveTraffic",
      actions: ["elasticloadbalancing:ModifyRule"],
      resources: [balancing(`listener-rule/app/${loadBalancerName}/*`)],
    },
    {
      sid: "RegisterTasks",
      actions: ["elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets"],
      resources: targetGroupNames.map((name) => balancing(`targetgroup/${name}/*`)),
    },
  ];
}
