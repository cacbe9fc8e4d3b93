import { strict as assert } from "node:assert";
import { account, arn, deletion, policyOf, region, roleArn, stored, table } from "../support";

const keyType = "aws:kms/key:Key";
const aliasType = "aws:kms/alias:Alias";
const root = { Effect: "Allow", Action: "kms:*", Principal: { AWS: `arn:aws:iam::${account}:root` }, Resource: "*" };
const logs = {
  Effect: "Allow",
  Action: "kms:Encrypt*",
  Principal: { Service: `logs.${region}.amazonaws.com` },
  Resource: "*",
};
const key = (id: string, inputs: Record<string, unknown>): ReturnType<typeof stored> =>
  stored(keyType, id, inputs, { arn: arn("kms", `key/${id}`), keyId: id });

describe("kms/key", () => {
  table({
    type: keyType,
    base: {
      description: "stack key",
      enableKeyRotation: true,
      rotationPeriodInDays: 90,
      deletionWindowInDays: 7,
      policy: policyOf(root),
    },
    accepts: { "the longest periods": { rotationPeriodInDays: 2560, deletionWindowInDays: 30 } },
    refuses: {
      "89 days of rotation": [{ rotationPeriodInDays: 89 }, "ValidationException", "90 to 2560"],
      "six days to delete": [{ deletionWindowInDays: 6 }, "ValidationException", "7 to 30"],
      "a period without rotation": [
        { enableKeyRotation: false },
        "ValidationException",
        "enableKeyRotation is not true",
      ],
      "rotation of an RSA key": [
        { customerMasterKeySpec: "RSA_2048" },
        "UnsupportedOperationException",
        "cannot rotate",
      ],
      "another usage": [{ keyUsage: "ENCRYPT" }, "ValidationException", "ENCRYPT_DECRYPT"],
      "a role that is not there": [
        { policy: policyOf({ ...root, Principal: { AWS: roleArn("ghost") } }) },
        "MalformedPolicyDocumentException",
        "does not exist",
      ],
      "no resource": [
        { policy: policyOf({ ...root, Resource: undefined }) },
        "MalformedPolicyDocumentException",
        "no Resource",
      ],
      "a policy over 32 KB": [
        { policy: policyOf({ ...root, Sid: "s".repeat(32768) }) },
        "LimitExceededException",
        "32768",
      ],
    },
  });
  table({
    type: aliasType,
    base: { name: "alias/stack/artifacts", targetKeyId: "k1" },
    store: [key("k1", {}), stored(aliasType, "alias/taken", { name: "alias/taken" })],
    accepts: { "a key ARN": { targetKeyId: arn("kms", "key/k1") } },
    refuses: {
      "no prefix": [{ name: "artifacts" }, "InvalidAliasNameException", "start it with alias/"],
      "AWS's prefix": [{ name: "alias/aws/s3" }, "InvalidAliasNameException"],
      "a name that is taken": [{ name: "alias/taken" }, "AlreadyExistsException"],
      "a key that is not there": [{ targetKeyId: "k9" }, "NotFoundException", "no such KMS key"],
    },
  });

  it("deletes a key that is in use, as AWS does", () => {
    const user = stored("aws:cloudwatch/logGroup:LogGroup", "g", { kmsKeyId: arn("kms", "key/k1") });
    assert.deepEqual(deletion(key("k1", {}), [user]), []);
  });

  // CloudWatch Logs is the service that asks for all of it: existence, state and permission.
  table({
    type: "aws:cloudwatch/logGroup:LogGroup",
    base: { name: "/app", kmsKeyId: arn("kms", "key/open") },
    store: [
      key("open", { policy: policyOf(root, logs) }),
      key("closed", { policy: policyOf(root) }),
      key("default", {}),
      key("separate", {}),
      key("off", { isEnabled: false, policy: policyOf(logs) }),
      stored("aws:kms/keyPolicy:KeyPolicy", "separate", { keyId: "separate", policy: policyOf(logs) }),
      stored(aliasType, "alias/open", { name: "alias/open", targetKeyId: "open" }),
      stored(aliasType, "alias/off", { name: "alias/off", targetKeyId: arn("kms", "key/off") }),
    ],
    accepts: {
      "an alias": { kmsKeyId: "alias/open" },
      "an alias ARN": { kmsKeyId: arn("kms", "alias/open") },
      "a policy of its own resource": { kmsKeyId: arn("kms", "key/separate") },
      "a key of another account": { kmsKeyId: "arn:aws:kms:eu-west-1:999999999999:key/x" },
    },
    refuses: {
      "a key that is not there": [{ kmsKeyId: arn("kms", "key/none") }, "InvalidParameterException", "no such KMS key"],
      "a disabled key behind an alias": [{ kmsKeyId: "alias/off" }, "InvalidParameterException", "disabled"],
      "a key policy without the service": [
        { kmsKeyId: arn("kms", "key/closed") },
        "AccessDeniedException",
        `Service "logs.${region}.amazonaws.com"`,
      ],
      "a key with the default policy": [{ kmsKeyId: arn("kms", "key/default") }, "AccessDeniedException"],
    },
  });
});
