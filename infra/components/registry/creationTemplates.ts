import { RepositoryCreationTemplate } from "@pulumi/aws/ecr/repositoryCreationTemplate";
import { all } from "@pulumi/pulumi";
import type { CustomResourceOptions, Input, Output } from "@pulumi/pulumi";
import type { Surroundings } from "../shared/arns";
import { createRole } from "../shared/iam";
import { movingTagFilters } from "../shared/imageTags";
import { lifecycleDocument } from "./lifecycle";
import type { Retention } from "./lifecycle";
import { templateStatements } from "./permissions";

/** Why ECR creates repositories with a prefix. */
export interface TemplatePrefix {
  readonly prefix: string;
  readonly appliedFor: "PULL_THROUGH_CACHE" | "REPLICATION";
}

export interface CreationTemplates {
  readonly prefixes: TemplatePrefix[];
  readonly where: Output<Surroundings>;
  readonly encryptionKeyArn: Input<string>;
  readonly retention: Retention;
  readonly tags: Input<Record<string, Input<string>>>;
}

/**
 * Repositories that ECR makes by itself take the settings of a template, not those of the repository they copy: one
 * template per prefix keeps them encrypted, immutable and bounded.
 */
export function createTemplates(name: string, args: CreationTemplates, opts: CustomResourceOptions): void {
  const { prefixes, where, encryptionKeyArn, retention, tags } = args;
  if (prefixes.length === 0) return;
  const names = prefixes.map(({ prefix }) => prefix);
  const { arn, policy } = createRole(
    `${name}-template-role`,
    {
      description: "Lets ECR create encrypted and tagged repositories from templates",
      service: "ecr",
      where,
      statements: all([where, encryptionKeyArn]).apply(([known, key]) => templateStatements(known, names, key)),
      tags,
    },
    opts,
  );
  for (const { prefix, appliedFor } of prefixes) {
    new RepositoryCreationTemplate(
      `${name}-template-${prefix.replace(/[^a-z0-9]+/g, "-")}`,
      {
        prefix,
        appliedFors: [appliedFor],
        description: `Repositories that ECR creates under ${prefix}/`,
        encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: encryptionKeyArn }],
        ...tagMutability(appliedFor),
        lifecyclePolicy: lifecycleDocument(retention),
        resourceTags: tags,
        customRoleArn: arn,
      },
      { ...opts, dependsOn: [policy] },
    );
  }
}

// Replicas keep the promises of their source, whose pointers move. A cached tag never does: whoever builds on it gets
// what was scanned, and moves on by naming a newer tag.
function tagMutability(appliedFor: TemplatePrefix["appliedFor"]) {
  if (appliedFor === "PULL_THROUGH_CACHE") return { imageTagMutability: "IMMUTABLE" };
  return {
    imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
    imageTagMutabilityExclusionFilters: movingTagFilters.map((filter) => ({ filter, filterType: "WILDCARD" })),
  };
}
