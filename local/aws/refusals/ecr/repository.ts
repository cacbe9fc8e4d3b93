import { fields, first, items, matches, named, oneOf } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { usableKey } from "../kms/keyReference";
import { isSet, listAt, textAt } from "../paths";
import { policy, policyPrincipalsExist, policySize } from "../policyRules";
import { exists, self } from "../references";
import type { RuleTable } from "../rules";
import { when } from "../rules";
import { lifecyclePolicy } from "./lifecyclePolicy";

export const repositoryType = "aws:ecr/repository:Repository";

export const mutabilities = ["MUTABLE", "IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION", "MUTABLE_WITH_EXCLUSION"];
export const encryptionTypes = ["AES256", "KMS", "KMS_DSSE"];
export const exclusionFilter = first(named(1, 128, /^[0-9a-zA-Z._*-]+$/, "letters, digits and ._*- only"), (value) =>
  typeof value === "string" && value.split("*").length > 3 ? "use at most two wildcards" : undefined,
);
const repositoryName = named(
  2,
  256,
  /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/,
  "lower-case letters, digits and single ._-/ between them",
);

export const repositoryRules: RuleTable = {
  [repositoryType]: {
    inputs: [
      fields("InvalidParameterException", {
        name: repositoryName,
        imageTagMutability: oneOf(...mutabilities),
        imageTagMutabilityExclusionFilters: items(0, 5),
        "imageTagMutabilityExclusionFilters[].filter": exclusionFilter,
        "imageTagMutabilityExclusionFilters[].filterType": oneOf("WILDCARD"),
        encryptionConfigurations: items(0, 1),
        "encryptionConfigurations[].encryptionType": oneOf(...encryptionTypes),
        "encryptionConfigurations[].kmsKey": matches(/^\S{1,2048}$/, "the ARN of a KMS key"),
      }),
      refuseExclusionFilters,
      refuseKeyWithoutKms,
    ],
    account: [
      unique("RepositoryAlreadyExistsException", repositoryType, "repository", { key: "name" }),
      usableKey("KmsException", "encryptionConfigurations[].kmsKey"),
    ],
    removal: [refuseNotEmpty],
  },
  "aws:ecr/repositoryPolicy:RepositoryPolicy": {
    inputs: [
      policy("InvalidParameterException", "policy", "bare"),
      policySize("InvalidParameterException", "policy", 10240),
    ],
    account: [
      exists("RepositoryNotFoundException", "repository", "repository", repositoryType),
      policyPrincipalsExist("InvalidParameterException", "policy"),
    ],
  },
  "aws:ecr/lifecyclePolicy:LifecyclePolicy": {
    inputs: [lifecyclePolicy("policy")],
    account: [exists("RepositoryNotFoundException", "repository", "repository", repositoryType)],
  },
};

export function refuseExclusionFilters({ inputs }: Call): Refusal[] {
  const path = "imageTagMutabilityExclusionFilters";
  const mutability = textAt(inputs, "imageTagMutability");
  const filters = listAt(inputs, path);
  const excludes = mutability?.endsWith("_WITH_EXCLUSION") ?? false;
  if (isSet(inputs, "imageTagMutability") && mutability === undefined) return [];
  return [
    ...when(
      filters !== undefined && filters.length > 0 && !excludes,
      "InvalidParameterException",
      path,
      `${path} is set and imageTagMutability is ${mutability ?? "MUTABLE"}: use IMMUTABLE_WITH_EXCLUSION or MUTABLE_WITH_EXCLUSION, or remove the filters.`,
    ),
    ...when(
      excludes && !isSet(inputs, path),
      "InvalidParameterException",
      path,
      `imageTagMutability is ${mutability} and ${path} is missing: add at least one filter.`,
    ),
  ];
}

export function refuseKeyWithoutKms({ inputs }: Call): Refusal[] {
  const [configuration] = listAt(inputs, "encryptionConfigurations") ?? [];
  const type = textAt(configuration, "encryptionType");
  const hasType = isSet(configuration, "encryptionType");
  return when(
    isSet(configuration, "kmsKey") && (type === "AES256" || !hasType),
    "InvalidParameterException",
    "encryptionConfigurations[0].kmsKey",
    `encryptionConfigurations[0].kmsKey is set and encryptionType is ${type ?? "AES256 (the default)"}: use KMS or KMS_DSSE, or remove kmsKey.`,
  );
}

function refuseNotEmpty(call: Call): Refusal[] {
  const contents = listAt(self(call).outputs, "__contents") ?? [];
  if (contents.length === 0 || self(call).inputs.forceDelete === true) return [];
  const message = `The repository ${call.id} cannot be deleted because it still contains ${contents.length} images. Delete them first, or set forceDelete to true and run up before the delete.`;
  return [{ code: "RepositoryNotEmptyException", message, property: "forceDelete" }];
}
