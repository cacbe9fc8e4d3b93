import type { Surroundings } from "./arns";

/** Where `docker` finds a repository of this account. */
export function repositoryUri(where: Surroundings, repositoryName: string): string {
  const domain = where.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  return `${where.account}.dkr.ecr.${where.region}.${domain}/${repositoryName}`;
}
