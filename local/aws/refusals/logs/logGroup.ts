import { fields, named, oneOf } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { keyAllows, usableKey } from "../kms/keyReference";
import { policy, policySize } from "../policyRules";
import { self } from "../references";
import type { RuleTable } from "../rules";

export const logGroupType = "aws:cloudwatch/logGroup:LogGroup";

/** 0 stands for "never" in the provider. */
export const retentions = [
  ...[0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731],
  ...[1096, 1827, 2192, 2557, 2922, 3288, 3653],
];
const groupName = named(1, 512, /^[.\-_/#A-Za-z0-9]+$/, "letters, digits and .-_/# only");

export const logGroupRules: RuleTable = {
  [logGroupType]: {
    inputs: [
      fields("InvalidParameterException", {
        name: groupName,
        namePrefix: groupName,
        retentionInDays: oneOf(...retentions),
        logGroupClass: oneOf("STANDARD", "INFREQUENT_ACCESS", "DELIVERY"),
      }),
    ],
    account: [
      unique("ResourceAlreadyExistsException", logGroupType, "log group", { key: "name" }),
      usableKey("InvalidParameterException", "kmsKeyId"),
      keyAllows("AccessDeniedException", "kmsKeyId", (region) => `logs.${region}.amazonaws.com`),
    ],
    removal: [refuseProtected],
  },
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": {
    inputs: [
      policy("InvalidParameterException", "policyDocument", "resource"),
      policySize("InvalidParameterException", "policyDocument", 5120),
    ],
  },
};

function refuseProtected(call: Call): Refusal[] {
  if (self(call).inputs.deletionProtectionEnabled !== true) return [];
  const message = `The log group ${call.id} cannot be deleted because deletion protection is enabled: set deletionProtectionEnabled to false and run up before the delete.`;
  return [{ code: "ValidationException", message, property: "deletionProtectionEnabled" }];
}
