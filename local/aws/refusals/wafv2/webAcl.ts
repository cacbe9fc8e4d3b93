import { fields, named, oneOf, show, wholeNumber } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { isRecord, isSet, recordsAt, textAt } from "../paths";
import { regionOf, unused } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { aclType, associationType } from "./types";

const code = "WAFInvalidParameterException";
const metric = named(1, 128, /^[A-Za-z0-9_-]+$/, "letters, digits, - and _ only");

export const webAclRules: RuleTable = {
  [aclType]: {
    inputs: [
      fields(code, {
        name: metric,
        description: named(
          1,
          256,
          /^[\w+=:#@/\-,.][\w+=:#@/\-,.\s]*[\w+=:#@/\-,.]$/,
          "letters, digits, spaces and +=:#@/-,. only",
        ),
        scope: oneOf("REGIONAL", "CLOUDFRONT"),
        "visibilityConfig.metricName": metric,
        "rules[].name": metric,
        "rules[].priority": wholeNumber(0, 2147483647),
        "rules[].visibilityConfig.metricName": metric,
        "rules[].statement.rateBasedStatement.limit": wholeNumber(10, 2000000000),
        "rules[].statement.rateBasedStatement.aggregateKeyType": oneOf("IP", "FORWARDED_IP", "CUSTOM_KEYS", "CONSTANT"),
      }),
      refuseRules,
      refuseDefaultAction,
      refuseScope,
    ],
    account: [unique("WAFDuplicateItemException", aclType, "web ACL", { key: "name", within: ["scope"] })],
    removal: [unused("WAFAssociatedItemException", "web ACL", { type: associationType, paths: ["webAclArn"] })],
  },
};

/** A rule of its own has an action, a rule group an overrideAction; names and priorities are unique. */
function refuseRules({ inputs }: Call): Refusal[] {
  const rules = recordsAt(inputs, "rules[]");
  return rules.flatMap(({ path, value }, index) => {
    const isGroup = ["managedRuleGroupStatement", "ruleGroupReferenceStatement"].some((name) =>
      isSet(value, `statement.${name}`),
    );
    const needed = isGroup ? "overrideAction" : "action";
    const repeated = ["name", "priority"].filter(
      (field) => value[field] !== undefined && rules.findIndex((one) => one.value[field] === value[field]) !== index,
    );
    return [
      ...repeated.map((field) =>
        refusal(
          code,
          `${path}.${field}`,
          `${path}.${field} is ${show(value[field])}, as another rule's: make each unique.`,
        ),
      ),
      ...when(
        !isSet(value, needed),
        code,
        `${path}.${needed}`,
        `${path}.${needed} is missing: ${isGroup ? "a rule group" : "a rule"} needs it.`,
      ),
    ];
  });
}

function refuseDefaultAction({ inputs }: Call): Refusal[] {
  if (!isRecord(inputs.defaultAction)) return [];
  const given = ["allow", "block"].filter((name) => isSet(inputs, `defaultAction.${name}`));
  return when(given.length !== 1, code, "defaultAction", "defaultAction needs exactly one of allow and block.");
}

function refuseScope(call: Call): Refusal[] {
  const region = regionOf(call);
  return when(
    textAt(call.inputs, "scope") === "CLOUDFRONT" && region !== "us-east-1",
    code,
    "scope",
    `scope is CLOUDFRONT and the region is ${region}: CloudFront's ACLs live in us-east-1. Use REGIONAL for a load balancer.`,
  );
}
