import { parseArn } from "../arn";
import { characters, fields, named, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isRecord, textAt } from "../paths";
import { policyLength } from "../policyText";
import { policy, policySize } from "../policyRules";
import { isSelf, unique } from "../duplicates";
import { exists, find, isForeign, stored, unused } from "../references";
import type { RuleTable } from "../rules";
import { refusal } from "../rules";
import { roleType } from "./role";

const policyType = "aws:iam/policy:Policy";
const rolePolicyType = "aws:iam/rolePolicy:RolePolicy";
const attachmentType = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const policyName = named(1, 128, /^[\w+=,.@-]+$/, "letters, digits and +=,.@_- only");

export const policyRules: RuleTable = {
  [policyType]: {
    inputs: [
      fields("ValidationError", { name: policyName, description: characters(0, 1000) }),
      policy("MalformedPolicyDocument", "policy", "identity"),
      policySize("LimitExceeded", "policy", 6144, true),
    ],
    account: [unique("EntityAlreadyExists", policyType, "policy", { key: "name", isGlobal: true })],
    removal: [
      unused("DeleteConflict", "policy", { type: attachmentType, paths: ["policyArn"] }),
      unused("DeleteConflict", "policy", { type: roleType, paths: ["managedPolicyArns[]", "permissionsBoundary"] }),
    ],
  },
  [rolePolicyType]: {
    inputs: [
      fields("ValidationError", { name: policyName }),
      policy("MalformedPolicyDocument", "policy", "identity"),
      policySize("LimitExceeded", "policy", 10240, true),
    ],
    account: [exists("NoSuchEntity", "role", "role", roleType), refuseInlineTotal],
  },
  [attachmentType]: { account: [exists("NoSuchEntity", "role", "role", roleType), refuseAttachment] },
};

/** The 10,240 characters are for all inline policies of a role together. */
function refuseInlineTotal(call: Call): Refusal[] {
  const role = textAt(call.inputs, "role");
  const others = stored(call, rolePolicyType).filter((one) => one.inputs.role === role && !isSelf(call, one));
  const total = [call.inputs, ...others.map((one) => one.inputs)].reduce(
    (sum, inputs) => sum + policyLength(inputs.policy, true),
    0,
  );
  if (role === undefined || total <= 10240) return [];
  const message = `policy brings the inline policies of role ${show(role)} to ${total} characters and the limit is 10240: merge statements, or use a managed policy.`;
  return [refusal("LimitExceeded", "policy", message)];
}

function refuseAttachment(call: Call): Refusal[] {
  const given = isRecord(call.inputs.policyArn)
    ? textAt(call.inputs, "policyArn.arn")
    : textAt(call.inputs, "policyArn");
  if (given === undefined || isForeign(call, given) || find(call, [policyType], given) !== undefined) return [];
  if (parseArn(given) === undefined) {
    const message = `policyArn is ${show(given)}: ARN ${given} is not valid. Give the ARN of a policy.`;
    return [refusal("ValidationError", "policyArn", message)];
  }
  const message = `policyArn is ${show(given)}: the policy does not exist or is not attachable. Create it first, or correct the value.`;
  return [refusal("NoSuchEntity", "policyArn", message)];
}
