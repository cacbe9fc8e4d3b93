import { UNKNOWN } from "../../../../../local/aws/refusals/contract";
import { arn, stored, table } from "../support";

const type = "aws:ssm/parameter:Parameter";
const code = "ValidationException";
const key = stored("aws:kms/key:Key", "k1", {}, { arn: arn("kms", "key/k1") });

describe("ssm/parameter", () => {
  table({
    type,
    base: { name: "/app/image-digest", type: "String", value: "none" },
    store: [key, stored(type, "/taken", { name: "/taken" })],
    accepts: {
      "a secret under a key": { type: "SecureString", keyId: arn("kms", "key/k1") },
      "an unknown value": { value: UNKNOWN },
      "8 KB in the advanced tier": { tier: "Advanced", value: "v".repeat(8192) },
      "a value that fits": { allowedPattern: "^[a-z]+$" },
    },
    refuses: {
      "levels without a slash in front": [{ name: "app/image" }, code, "Begin it with /"],
      "AWS's own prefix": [{ name: "/aws/image" }, code, "does not begin with"],
      "a space": [{ name: "/my app" }, code, "_.-/"],
      "16 levels": [{ name: "/a".repeat(16) }, code, "15 levels"],
      "a name that is taken": [{ name: "/taken" }, "ParameterAlreadyExists"],
      "another type": [{ type: "Secret" }, code, "SecureString"],
      "4,097 characters": [{ value: "v".repeat(4097) }, code, "at most 4096"],
      "an empty value": [{ value: "" }, code, "at least one character"],
      "no value": [{ value: undefined }, code, "no value given"],
      "two values": [{ insecureValue: "x" }, code, "exactly one"],
      "a key of plain text": [{ keyId: arn("kms", "key/k1") }, code, "only SecureString"],
      "a key that is not there": [{ type: "SecureString", keyId: "alias/none" }, "InvalidKeyId", "no such KMS key"],
      "a value that does not fit": [{ allowedPattern: "^[0-9]+$" }, "ParameterPatternMismatchException"],
    },
  });
});
