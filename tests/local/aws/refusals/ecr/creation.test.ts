import { arn, roleArn, stored, table } from "../support";

const templateType = "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate";
const cacheType = "aws:ecr/pullThroughCacheRule:PullThroughCacheRule";
const secretArn = arn("secretsmanager", "secret:ecr-pullthroughcache/hub-AbCdEf");

describe("ecr/creation", () => {
  table({
    type: templateType,
    base: { prefix: "docker-hub", appliedFors: ["PULL_THROUGH_CACHE"] },
    store: [stored(templateType, "taken", { prefix: "taken" })],
    accepts: {
      ROOT: { prefix: "ROOT", appliedFors: ["REPLICATION", "CREATE_ON_PUSH"] },
      "KMS with a role": { encryptionConfigurations: [{ encryptionType: "KMS" }], customRoleArn: roleArn("ecr") },
    },
    refuses: {
      "another purpose": [{ appliedFors: ["PUSH"] }, "InvalidParameterException", "CREATE_ON_PUSH"],
      "an upper-case prefix": [{ prefix: "Hub" }, "InvalidParameterException"],
      "a prefix that is taken": [{ prefix: "taken" }, "TemplateAlreadyExistsException"],
      "KMS without a role": [
        { encryptionConfigurations: [{ encryptionType: "KMS" }] },
        "InvalidParameterException",
        "customRoleArn is missing",
      ],
      "tags without a role": [{ resourceTags: { team: "a" } }, "InvalidParameterException", "customRoleArn is missing"],
      "a broken lifecycle policy": [{ lifecyclePolicy: "{}" }, "InvalidParameterException", "no rules"],
    },
  });
  table({
    type: cacheType,
    base: { ecrRepositoryPrefix: "docker-hub", upstreamRegistryUrl: "registry-1.docker.io", credentialArn: secretArn },
    store: [
      stored(cacheType, "quay", { ecrRepositoryPrefix: "quay" }),
      stored("aws:secretsmanager/secret:Secret", secretArn, {}, { arn: secretArn }),
    ],
    accepts: { "ECR Public without credentials": { upstreamRegistryUrl: "public.ecr.aws", credentialArn: undefined } },
    refuses: {
      "a long prefix": [{ ecrRepositoryPrefix: "a".repeat(31) }, "InvalidParameterException", "2 to 30"],
      "a prefix that is taken": [{ ecrRepositoryPrefix: "quay" }, "PullThroughCacheRuleAlreadyExistsException"],
      "a URL": [{ upstreamRegistryUrl: "https://quay.io" }, "InvalidParameterException", "without https://"],
      "another secret": [
        { credentialArn: arn("secretsmanager", "secret:hub-AbCdEf-and-more-characters") },
        "InvalidParameterException",
        "ecr-pullthroughcache/",
      ],
      "a secret that is not there": [
        { credentialArn: arn("secretsmanager", "secret:ecr-pullthroughcache/nope-AbCdEf") },
        "SecretNotFoundException",
      ],
    },
  });
  table({
    type: "aws:ecr/pullTimeUpdateExclusion:PullTimeUpdateExclusion",
    base: { principalArn: roleArn("scanner") },
    refuses: { "a service": [{ principalArn: "inspector.amazonaws.com" }, "InvalidParameterException", "ARN of iam"] },
  });
});
