import { accountRoot } from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import type { ResourceStatement } from "../shared/documents";

/** What pulling by digest takes, and nothing that changes or deletes. */
const pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

/** Lets other accounts pull. The repository's own account needs no statement: there IAM alone decides. */
export function pullStatements(where: Surroundings, accounts: readonly string[]): ResourceStatement[] {
  return [
    {
      Sid: "PullFromOtherAccounts",
      Effect: "Allow",
      Principal: { AWS: accounts.map((account) => accountRoot({ ...where, account })) },
      Action: pull,
    },
  ];
}

export const isAccountId = (text: string): boolean => /^\d{12}$/.test(text);
