import { iamKmsDecryptStar } from "../../../policies/iam/kmsDecryptStar";
import { unknown } from "../../support/policy";
import { allow, arn, deny, identityBasics, rolePolicy, table } from "./documents";

describe("iam-kms-decrypt-star", () => {
  identityBasics(iamKmsDecryptStar);
  table(iamKmsDecryptStar, [
    ["passes a named key", rolePolicy(allow("kms:Decrypt", arn("kms", "key/1"))), []],
    [
      "passes keys by alias",
      rolePolicy(allow("kms:Decrypt", "*", { StringEquals: { "kms:ResourceAliases": "alias/shop" } })),
      [],
    ],
    ["refuses every key", rolePolicy(allow("kms:Decrypt", "*")), ["kms:Decrypt|*"]],
    [
      "refuses every key of the account",
      rolePolicy(allow("kms:ReEncryptFrom", arn("kms", "key/*"))),
      [`kms:ReEncryptFrom|${arn("kms", "key/*")}`],
    ],
    ["sees decryption behind a wildcard", rolePolicy(allow("kms:*", "*")), ["kms:*|*"]],
    [
      "refuses the caller's own account as a condition",
      rolePolicy(allow("kms:Decrypt", "*", { StringEquals: { "kms:CallerAccount": "123456789012" } })),
      ["kms:Decrypt|*"],
    ],
    [
      "cannot decide an unknown key",
      rolePolicy(allow("kms:Decrypt", unknown)),
      ["undecided policy.Statement[0].Resource"],
    ],
    ["ignores other actions of KMS", rolePolicy(allow("kms:Encrypt", "*")), []],
    ["ignores Deny statements", rolePolicy(deny("kms:Decrypt", "*")), []],
  ]);
});
