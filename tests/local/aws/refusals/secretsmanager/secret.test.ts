import { policyOf, stored, table } from "../support";

const type = "aws:secretsmanager/secret:Secret";

describe("secretsmanager/secret", () => {
  table({
    type,
    base: { name: "app/token", recoveryWindowInDays: 7 },
    store: [stored(type, "taken", { name: "taken" })],
    accepts: { "deletion at once": { recoveryWindowInDays: 0 }, "AWS's key": { kmsKeyId: "alias/aws/secretsmanager" } },
    refuses: {
      "a space": [{ name: "my token" }, "ValidationException", "/_+=.@-"],
      "six days": [{ recoveryWindowInDays: 6 }, "ValidationException", "7 to 30"],
      "a name that is taken": [{ name: "taken" }, "ResourceExistsException"],
      "a key that is not there": [{ kmsKeyId: "alias/none" }, "InvalidParameterException", "no such KMS key"],
      "a policy without principal": [
        { policy: policyOf({ Effect: "Allow", Action: "secretsmanager:*", Resource: "*" }) },
        "MalformedPolicyDocumentException",
        "no Principal",
      ],
    },
  });
  table({
    type: "aws:secretsmanager/secretVersion:SecretVersion",
    base: { secretId: "taken", secretString: "s3cret" },
    store: [stored(type, "taken", { name: "taken" })],
    accepts: { "a write-only value": { secretString: undefined, secretStringWo: "x", secretStringWoVersion: 1 } },
    refuses: {
      "a secret that is not there": [{ secretId: "nope" }, "ResourceNotFoundException"],
      "text and bytes": [{ secretBinary: "eA==" }, "InvalidParameterException", "exactly one"],
      "an empty text": [{ secretString: "" }, "ValidationException", "1 to 65536"],
    },
  });
});
