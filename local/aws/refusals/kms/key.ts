import { characters, fields, oneOf, wholeNumber } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { isSet, textAt } from "../paths";
import { policy, policyPrincipalsExist, policySize } from "../policyRules";
import { exists } from "../references";
import type { RuleTable } from "../rules";
import { when } from "../rules";

export const keyType = "aws:kms/key:Key";
export const aliasType = "aws:kms/alias:Alias";

const keyUsages = ["SIGN_VERIFY", "ENCRYPT_DECRYPT", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"];
const keySpecs = [
  ...["SYMMETRIC_DEFAULT", "RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521"],
  ...["ECC_SECG_P256K1", "ECC_NIST_EDWARDS25519", "HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512", "SM2"],
  ...["ML_DSA_44", "ML_DSA_65", "ML_DSA_87"],
];

export const kmsRules: RuleTable = {
  [keyType]: {
    inputs: [
      fields("ValidationException", {
        description: characters(0, 8192),
        deletionWindowInDays: wholeNumber(7, 30),
        rotationPeriodInDays: wholeNumber(90, 2560),
        keyUsage: oneOf(...keyUsages),
        customerMasterKeySpec: oneOf(...keySpecs),
      }),
      policy("MalformedPolicyDocumentException", "policy", "resource"),
      policySize("LimitExceededException", "policy", 32768),
      refuseRotation,
    ],
    account: [policyPrincipalsExist("MalformedPolicyDocumentException", "policy")],
  },
  "aws:kms/keyPolicy:KeyPolicy": {
    inputs: [
      policy("MalformedPolicyDocumentException", "policy", "resource"),
      policySize("LimitExceededException", "policy", 32768),
    ],
    account: [
      exists("NotFoundException", "keyId", "KMS key", keyType),
      policyPrincipalsExist("MalformedPolicyDocumentException", "policy"),
    ],
  },
  [aliasType]: {
    inputs: [
      fields("InvalidAliasNameException", {
        name: (value) =>
          typeof value === "string" && /^alias\/(?!aws\/)[a-zA-Z0-9/_-]{1,250}$/.test(value)
            ? undefined
            : "start it with alias/ (not alias/aws/) and use letters, digits and /_- only",
      }),
    ],
    account: [
      unique("AlreadyExistsException", aliasType, "alias", { key: "name" }),
      exists("NotFoundException", "targetKeyId", "KMS key", keyType),
    ],
  },
};

function refuseRotation({ inputs }: Call): Refusal[] {
  const spec = textAt(inputs, "customerMasterKeySpec") ?? "SYMMETRIC_DEFAULT";
  const rotates = inputs.enableKeyRotation === true;
  return [
    ...when(
      rotates && spec !== "SYMMETRIC_DEFAULT",
      "UnsupportedOperationException",
      "enableKeyRotation",
      `enableKeyRotation is true, and a key with customerMasterKeySpec ${spec} cannot rotate by itself: set enableKeyRotation to false or use SYMMETRIC_DEFAULT.`,
    ),
    ...when(
      isSet(inputs, "rotationPeriodInDays") && (inputs.enableKeyRotation ?? false) === false,
      "ValidationException",
      "rotationPeriodInDays",
      "rotationPeriodInDays is set and enableKeyRotation is not true: set enableKeyRotation to true.",
    ),
  ];
}
