import { strict as assert } from "node:assert";
import { account, arn, deletion, expectRefusal, policyOf, role, roleArn, stored, table } from "../support";

const type = "aws:ecr/repository:Repository";
const key = stored("aws:kms/key:Key", "k1", { isEnabled: true }, { arn: arn("kms", "key/k1") });
const disabled = stored("aws:kms/key:Key", "k2", { isEnabled: false }, { arn: arn("kms", "key/k2") });
const other = stored(type, "taken", { name: "taken" });
const filters = "imageTagMutabilityExclusionFilters";

describe("ecr/repository", () => {
  table({
    type,
    base: { name: "team/app", imageTagMutability: "IMMUTABLE" },
    store: [key, disabled, other],
    accepts: {
      "every separator": { name: "a.b_c__d-e/f1" },
      "a key": { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: arn("kms", "key/k1") }] },
      "the key AWS manages": { encryptionConfigurations: [{ encryptionType: "KMS" }] },
      "a key of another account": {
        encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: "arn:aws:kms:eu-west-1:999999999999:key/x" }],
      },
      exclusions: {
        imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
        [filters]: [{ filter: "buildcache*", filterType: "WILDCARD" }],
      },
      "its own name on an update": [{ name: "taken" }, { operation: "update", id: "taken", urn: other.urn }],
    },
    refuses: {
      "upper case": [{ name: "App" }, "InvalidParameterException", "lower-case"],
      "a slash at the end": [{ name: "app/" }, "InvalidParameterException"],
      "one character": [{ name: "a" }, "InvalidParameterException", "2 to 256"],
      "a name that is taken": [{ name: "taken" }, "RepositoryAlreadyExistsException", "exists already"],
      "another mutability": [{ imageTagMutability: "IMMUTABL" }, "InvalidParameterException", "nearest: IMMUTABLE"],
      "another encryption": [
        { encryptionConfigurations: [{ encryptionType: "AES" }] },
        "InvalidParameterException",
        "encryptionConfigurations[0].encryptionType",
      ],
      "a key without KMS": [
        { encryptionConfigurations: [{ kmsKey: arn("kms", "key/k1") }] },
        "InvalidParameterException",
        "AES256 (the default)",
      ],
      "a key that is not there": [
        { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: arn("kms", "key/k9") }] },
        "KmsException",
        "no such KMS key",
      ],
      "a disabled key": [
        { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: arn("kms", "key/k2") }] },
        "KmsException",
        "disabled",
      ],
      "exclusions of a plain mutability": [
        { [filters]: [{ filter: "x*", filterType: "WILDCARD" }] },
        "InvalidParameterException",
        "IMMUTABLE_WITH_EXCLUSION",
      ],
      "exclusion without filters": [
        { imageTagMutability: "MUTABLE_WITH_EXCLUSION" },
        "InvalidParameterException",
        filters,
      ],
      "a filter with a slash": [
        { imageTagMutability: "MUTABLE_WITH_EXCLUSION", [filters]: [{ filter: "a/b", filterType: "WILDCARD" }] },
        "InvalidParameterException",
      ],
    },
  });

  it("refuses to delete a repository with images", () => {
    const full = stored(type, "app", { name: "app" }, { __contents: ["sha256:1"] });
    expectRefusal(deletion(full), "RepositoryNotEmptyException", "forceDelete");
  });

  it("deletes an empty repository, and a full one with forceDelete", () => {
    assert.deepEqual(deletion(stored(type, "app", { name: "app" }, { __contents: [] })), []);
    assert.deepEqual(deletion(stored(type, "app", { forceDelete: true }, { __contents: ["sha256:1"] })), []);
  });

  const statement = { Effect: "Allow", Action: ["ecr:BatchGetImage"], Principal: { AWS: roleArn("reader") } };
  table({
    type: "aws:ecr/repositoryPolicy:RepositoryPolicy",
    base: { repository: "app", policy: policyOf(statement) },
    store: [stored(type, "app", { name: "app" }), role("reader", "ecs-tasks.amazonaws.com")],
    accepts: {
      "a principal of another account": {
        policy: policyOf({ ...statement, Principal: { AWS: "arn:aws:iam::999999999999:role/x" } }),
      },
    },
    refuses: {
      "a repository that is not there": [{ repository: "nope" }, "RepositoryNotFoundException"],
      "a Resource": [
        { policy: policyOf({ ...statement, Resource: "*" }) },
        "InvalidParameterException",
        "prohibited field Resource",
      ],
      "a role that is not there": [
        { policy: policyOf({ ...statement, Principal: { AWS: roleArn("ghost") } }) },
        "InvalidParameterException",
        `does not exist in account ${account}`,
      ],
      "no principal": [
        { policy: policyOf({ Effect: "Allow", Action: "ecr:*" }) },
        "InvalidParameterException",
        "no Principal",
      ],
      "more than 10,240 characters": [
        { policy: policyOf({ ...statement, Sid: "x".repeat(10240) }) },
        "InvalidParameterException",
        "limit is 10240",
      ],
    },
  });
});
