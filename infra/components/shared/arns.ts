/** Where a component is deployed: the parts of an ARN that its names do not hold. */
export interface Surroundings {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

export function arn(where: Surroundings, service: string, resource: string): string {
  return `arn:${where.partition}:${service}:${where.region}:${where.account}:${resource}`;
}

export const bucket = (where: Surroundings, name: string) => `arn:${where.partition}:s3:::${name}`;
export const objects = (where: Surroundings, name: string, prefix = "") => `${bucket(where, name)}/${prefix}*`;

export const accountRoot = (where: Surroundings) => `arn:${where.partition}:iam::${where.account}:root`;
/** `path` begins and ends with a slash, as IAM wants it. */
export const role = (where: Surroundings, name: string, path = "/") =>
  `arn:${where.partition}:iam::${where.account}:role${path}${name}`;

export const key = (where: Surroundings, id: string) => arn(where, "kms", `key/${id}`);
export const repository = (where: Surroundings, name: string) => arn(where, "ecr", `repository/${name}`);
export const signingProfile = (where: Surroundings, name: string) => arn(where, "signer", `/signing-profiles/${name}`);

export const logGroup = (where: Surroundings, name: string) => arn(where, "logs", `log-group:${name}`);
/** A log group as IAM wants it: without the ending its actions, and those on its streams, match nothing. */
export const logStreams = (where: Surroundings, name: string) => `${logGroup(where, name)}:*`;

export const buildProject = (where: Surroundings, name: string) => arn(where, "codebuild", `project/${name}`);
export const reportGroups = (where: Surroundings, project: string) =>
  arn(where, "codebuild", `report-group/${project}-*`);
export const pipeline = (where: Surroundings, name: string) => arn(where, "codepipeline", name);

export const cluster = (where: Surroundings, name: string) => arn(where, "ecs", `cluster/${name}`);
export const service = (where: Surroundings, clusterName: string, name: string) =>
  arn(where, "ecs", `service/${clusterName}/${name}`);
export const taskDefinitions = (where: Surroundings, family: string) =>
  arn(where, "ecs", `task-definition/${family}:*`);

export const topic = (where: Surroundings, name: string) => arn(where, "sns", name);
export const alarm = (where: Surroundings, name: string) => arn(where, "cloudwatch", `alarm:${name}`);
export const eventRule = (where: Surroundings, name: string) => arn(where, "events", `rule/${name}`);
/** Parameter names begin with a slash, which their ARN does not repeat. */
export const parameter = (where: Surroundings, name: string) =>
  arn(where, "ssm", `parameter${name.startsWith("/") ? name : `/${name}`}`);
