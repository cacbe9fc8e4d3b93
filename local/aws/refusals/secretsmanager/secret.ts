import { characters, fields, named } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { usableKey } from "../kms/keyReference";
import { isSet, isUnknown } from "../paths";
import { policy, policyPrincipalsExist, policySize } from "../policyRules";
import { exists } from "../references";
import type { RuleTable } from "../rules";
import { when } from "../rules";

const secretType = "aws:secretsmanager/secret:Secret";
const malformed = "MalformedPolicyDocumentException";
const values = ["secretString", "secretBinary", "secretStringWo"];

export const secretRules: RuleTable = {
  [secretType]: {
    inputs: [
      fields("ValidationException", {
        name: named(1, 512, /^[A-Za-z0-9/_+=.@-]+$/, "letters, digits and /_+=.@- only"),
        description: characters(0, 2048),
        recoveryWindowInDays: recoveryProblem,
      }),
      policy(malformed, "policy", "resource"),
      policySize(malformed, "policy", 20480),
    ],
    account: [
      unique("ResourceExistsException", secretType, "secret", { key: "name" }),
      policyPrincipalsExist(malformed, "policy"),
      usableKey("InvalidParameterException", "kmsKeyId"),
    ],
  },
  "aws:secretsmanager/secretPolicy:SecretPolicy": {
    inputs: [policy(malformed, "policy", "resource"), policySize(malformed, "policy", 20480)],
    account: [
      exists("ResourceNotFoundException", "secretArn", "secret", secretType),
      policyPrincipalsExist(malformed, "policy"),
    ],
  },
  "aws:secretsmanager/secretVersion:SecretVersion": {
    inputs: [fields("ValidationException", { secretString: characters(1, 65536) }), refuseValues],
    account: [exists("ResourceNotFoundException", "secretId", "secret", secretType)],
  },
};

/** 0 deletes at once; otherwise a week to a month. */
function recoveryProblem(days: unknown): string | undefined {
  const number = Number(days);
  if (isUnknown(days) || number === 0 || (Number.isInteger(number) && number >= 7 && number <= 30)) return undefined;
  return "use 0 (delete at once) or 7 to 30";
}

function refuseValues({ inputs }: Call): Refusal[] {
  const given = values.filter((name) => isSet(inputs, name));
  const isDefaulted = isSet(inputs, "secretStringWoVersion");
  return when(
    given.length !== 1 && !isDefaulted,
    "InvalidParameterException",
    "secretString",
    `${given.join(" and ") || "no value"} given: set exactly one of ${values.join(", ")}.`,
  );
}
