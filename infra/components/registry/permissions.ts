import { accountRoot, arn, repository } from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import type { ResourceStatement } from "../shared/documents";
import type { IntentStatement } from "../shared/intent";

/** What ECR does in our name when it creates a repository from a template. */
export function templateStatements(
  where: Surroundings,
  prefixes: readonly string[],
  keyArn: string,
): IntentStatement[] {
  return [
    {
      sid: "CreateRepositories",
      actions: ["ecr:CreateRepository", "ecr:ReplicateImage", "ecr:TagResource"],
      resources: prefixes.map((prefix) => repository(where, `${prefix}/*`)),
    },
    {
      sid: "GrantKeyToRepositories",
      actions: ["kms:CreateGrant"],
      resources: [keyArn],
      conditions: { Bool: { "kms:GrantIsForAWSResource": ["true"] } },
    },
    { sid: "UseKey", actions: ["kms:DescribeKey", "kms:RetireGrant"], resources: [keyArn] },
  ];
}

/** Lets other accounts replicate into repositories with a prefix, creating those that do not exist yet. */
export function replicationStatements(
  where: Surroundings,
  accounts: readonly string[],
  prefix: string,
): ResourceStatement[] {
  return [
    {
      Sid: "ReceiveReplicas",
      Effect: "Allow",
      Principal: { AWS: accounts.map((account) => accountRoot({ ...where, account })) },
      Action: ["ecr:CreateRepository", "ecr:ReplicateImage"],
      Resource: repository(where, `${prefix}/*`),
    },
  ];
}

/** The only callers that ECR acts for when it creates repositories. */
export const anyRepository = (where: Surroundings): string => arn(where, "ecr", "repository/*");
