import { characters, fields, first, matches, oneOf, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { usableKey } from "../kms/keyReference";
import { isSet, isUnknown, textAt } from "../paths";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";

const code = "ValidationException";
const parameterType = "aws:ssm/parameter:Parameter";

export const parameterRules: RuleTable = {
  [parameterType]: {
    inputs: [
      fields(code, {
        name: first(
          characters(1, 1011),
          matches(/^[a-zA-Z0-9_.\-/]+$/, "letters, digits and _.-/ only"),
          matches(/^(?!\/?(aws|ssm))/i, 'a name that does not begin with "aws" or "ssm"'),
          (name) => ((String(name).match(/\//g) ?? []).length > 15 ? "use at most 15 levels" : undefined),
        ),
        description: characters(0, 1024),
        type: oneOf("String", "StringList", "SecureString"),
        tier: oneOf("Standard", "Advanced", "Intelligent-Tiering"),
        dataType: oneOf("text", "aws:ssm:integration", "aws:ec2:image"),
        allowedPattern: characters(0, 1024),
      }),
      refusePath,
      refuseValue,
    ],
    account: [
      unique("ParameterAlreadyExists", parameterType, "parameter", { key: "name" }),
      usableKey("InvalidKeyId", "keyId"),
    ],
  },
};

/** A name with levels is a path, and a path begins with a slash. */
function refusePath({ inputs }: Call): Refusal[] {
  const name = textAt(inputs, "name");
  return when(
    name !== undefined && name.includes("/") && !name.startsWith("/"),
    code,
    "name",
    `name is ${show(name)}: a parameter name with levels must be fully qualified. Begin it with /.`,
  );
}

function refuseValue({ inputs }: Call): Refusal[] {
  const given = ["value", "insecureValue", "valueWo"].filter((name) => isSet(inputs, name));
  const value = textAt(inputs, given[0] ?? "value");
  const limit = textAt(inputs, "tier") === "Advanced" ? 8192 : 4096;
  const pattern = textAt(inputs, "allowedPattern");
  const isSecure = textAt(inputs, "type") === "SecureString";
  if (given.length !== 1)
    return [
      refusal(
        code,
        "value",
        `${given.join(" and ") || "no value"} given: set exactly one of value, insecureValue and valueWo.`,
      ),
    ];
  return [
    ...when(value === "", code, given[0] ?? "value", "value is empty: give at least one character."),
    ...when(
      value !== undefined && value.length > limit,
      code,
      given[0] ?? "value",
      `value has ${value?.length} characters: use at most ${limit}${limit === 4096 ? ', or tier "Advanced" for 8192' : ""}.`,
    ),
    ...when(
      isSecure && given[0] === "insecureValue",
      code,
      "insecureValue",
      "insecureValue is set and type is SecureString: use value.",
    ),
    ...when(
      !isSecure && isSet(inputs, "keyId") && !isUnknown(inputs.type),
      code,
      "keyId",
      `keyId is set and type is ${show(inputs.type)}: only SecureString has a key. Remove it.`,
    ),
    ...when(
      pattern !== undefined && value !== undefined && !fits(pattern, value),
      "ParameterPatternMismatchException",
      given[0] ?? "value",
      `value does not match allowedPattern ${show(pattern)}.`,
    ),
  ];
}

function fits(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern).test(value);
  } catch {
    return true;
  }
}
