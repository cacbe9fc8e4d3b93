import { parseArn } from "../arn";
import { show } from "../checks";
import type { Call, StoredResource } from "../contract";
import { isUnknown, textAt, valuesAt } from "../paths";
import { parsePolicy, statementsOf, texts } from "../policyText";
import { find, isForeign, stored } from "../references";
import type { Rule } from "../rules";
import { refusal, withPaths } from "../rules";
import { aliasType, keyType } from "./key";

/** A rule: the key at the path exists and is enabled. For services that use the key at once. */
export function usableKey(code: string, path: string): Rule {
  return withPaths([path], (call) =>
    valuesAt(call.inputs, path).flatMap(({ path: at, value }) => {
      if (typeof value !== "string" || value === "" || isAwsManaged(value) || isForeign(call, value)) return [];
      const key = keyOf(call, value);
      const fix = "Give the ARN of an existing, enabled key.";
      if (key === undefined)
        return [
          refusal(code, at, `${at} is ${show(value)}: there is no such KMS key in account ${call.account}. ${fix}`),
        ];
      if (key.inputs.isEnabled === false)
        return [refusal(code, at, `${at} is ${show(value)}: that KMS key is disabled. ${fix}`)];
      return [];
    }),
  );
}

/** A rule: the key's policy lets the service use it. CloudWatch Logs asks for this when the key is set. */
export function keyAllows(code: string, path: string, service: (region: string) => string): Rule {
  return withPaths([path], (call) =>
    valuesAt(call.inputs, path).flatMap(({ path: at, value }) => {
      const key = typeof value === "string" ? keyOf(call, value) : undefined;
      const principal = service(textAt(call.inputs, "region") ?? call.region);
      if (key === undefined || allows(call, key, principal)) return [];
      const message = `${at} is ${show(value)}: the key's policy does not let ${principal} use it. Allow kms:Encrypt*, kms:Decrypt*, kms:ReEncrypt*, kms:GenerateDataKey* and kms:Describe* to Service "${principal}" in the key policy.`;
      return [refusal(code, at, message)];
    }),
  );
}

/** By id, ARN, alias or alias ARN. */
export function keyOf(call: Call, reference: string): StoredResource | undefined {
  const alias = /alias\/.+$/.exec(parseArn(reference)?.resource ?? reference)?.[0];
  if (alias === undefined) return find(call, [keyType], reference) ?? byKeyId(call, reference);
  const target = find(call, [aliasType], alias)?.inputs.targetKeyId;
  return typeof target === "string" ? keyOf(call, target) : undefined;
}

function byKeyId(call: Call, reference: string): StoredResource | undefined {
  const id = parseArn(reference)?.resource.replace(/^key\//, "") ?? reference;
  return stored(call, keyType).find((one) => one.id === id || one.outputs.keyId === id);
}

function isAwsManaged(reference: string): boolean {
  return /(^|:)alias\/aws\//.test(reference);
}

function allows(call: Call, key: StoredResource, principal: string): boolean {
  const separate = stored(call, "aws:kms/keyPolicy:KeyPolicy").find(
    (one) => keyOf(call, String(one.inputs.keyId)) === key,
  );
  const given = separate?.inputs.policy ?? key.inputs.policy;
  if (given === undefined || given === null) return false;
  const document = parsePolicy(given);
  if (document === undefined) return true;
  return statementsOf(document).some(({ Effect: effect, Principal: who }) => {
    if (effect !== "Allow") return false;
    if (who === "*" || isUnknown(who) || typeof who !== "object" || who === null) return true;
    const { Service: services, AWS: accounts } = who as Record<string, unknown>;
    return isUnknown(services) || texts(services).includes(principal) || texts(accounts).includes("*");
  });
}
