import { arnOf, characters, fields, first, items, matches, named, oneOf } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { isSet, listAt, textAt } from "../paths";
import { policy, policySize } from "../policyRules";
import { exists } from "../references";
import type { RuleTable } from "../rules";
import { when } from "../rules";
import { lifecyclePolicy } from "./lifecyclePolicy";
import {
  encryptionTypes,
  exclusionFilter,
  mutabilities,
  refuseExclusionFilters,
  refuseKeyWithoutKms,
} from "./repository";

const code = "InvalidParameterException";
const templateType = "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate";
const cacheRuleType = "aws:ecr/pullThroughCacheRule:PullThroughCacheRule";
const prefixPattern = /^([a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\/?|ROOT)$/;
const prefixWords = 'lower-case letters, digits and single ._-/ between them, or "ROOT"';

/** Repositories that ECR makes by itself. */
export const creationRules: RuleTable = {
  [templateType]: {
    inputs: [
      fields(code, {
        prefix: named(1, 256, prefixPattern, prefixWords),
        description: characters(0, 256),
        appliedFors: items(1, 3),
        "appliedFors[]": oneOf("PULL_THROUGH_CACHE", "REPLICATION", "CREATE_ON_PUSH"),
        imageTagMutability: oneOf(...mutabilities),
        imageTagMutabilityExclusionFilters: items(0, 5),
        "imageTagMutabilityExclusionFilters[].filter": exclusionFilter,
        "imageTagMutabilityExclusionFilters[].filterType": oneOf("WILDCARD"),
        "encryptionConfigurations[].encryptionType": oneOf(...encryptionTypes),
        customRoleArn: arnOf("iam", "role/"),
      }),
      lifecyclePolicy("lifecyclePolicy"),
      policy(code, "repositoryPolicy", "bare"),
      policySize(code, "repositoryPolicy", 10240),
      refuseExclusionFilters,
      refuseKeyWithoutKms,
      refuseTemplateWithoutRole,
    ],
    account: [unique("TemplateAlreadyExistsException", templateType, "template", { key: "prefix" })],
  },
  [cacheRuleType]: {
    inputs: [
      fields(code, {
        ecrRepositoryPrefix: named(2, 30, prefixPattern, prefixWords),
        upstreamRegistryUrl: matches(/^[a-z0-9.-]+\.[a-z]+$/, "a host name such as public.ecr.aws, without https://"),
        credentialArn: first(
          characters(50, 612),
          matches(
            /:secretsmanager:.+:secret:ecr-pullthroughcache\//,
            "a secret whose name starts with ecr-pullthroughcache/",
          ),
        ),
        customRoleArn: arnOf("iam", "role/"),
      }),
    ],
    account: [
      unique("PullThroughCacheRuleAlreadyExistsException", cacheRuleType, "pull-through cache rule", {
        key: "ecrRepositoryPrefix",
      }),
      exists("SecretNotFoundException", "credentialArn", "secret", "aws:secretsmanager/secret:Secret"),
    ],
  },
  "aws:ecr/pullTimeUpdateExclusion:PullTimeUpdateExclusion": {
    inputs: [fields(code, { principalArn: first(characters(0, 200), arnOf("iam", "(role|user)/")) })],
  },
};

/** Tags and KMS keys of repositories that ECR makes by itself need a role that ECR can use. */
function refuseTemplateWithoutRole({ inputs }: Call): Refusal[] {
  const needsRole = isSet(inputs, "resourceTags") || (listAt(inputs, "encryptionConfigurations") ?? []).some(hasKms);
  return when(
    needsRole && !isSet(inputs, "customRoleArn"),
    code,
    "customRoleArn",
    "customRoleArn is missing and the template sets resourceTags or KMS encryption: give a role that ecr.amazonaws.com may assume.",
  );
}

function hasKms(configuration: unknown): boolean {
  return isSet(configuration, "kmsKey") || textAt(configuration, "encryptionType")?.startsWith("KMS") === true;
}
