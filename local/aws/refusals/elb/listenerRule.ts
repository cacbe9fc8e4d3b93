import { characters, fields, first, ipv4Cidr, matches, show, wholeNumber } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, isUnchanged, numberAt, recordsAt, valuesAt, listAt } from "../paths";
import { isSelf } from "../duplicates";
import { exists, stored } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { actionRules, actionTargetsExist } from "./actions";
import { listenerRuleType, listenerType } from "./types";

const code = "ValidationError";
const kinds = ["hostHeader", "httpHeader", "httpRequestMethod", "pathPattern", "queryStrings", "sourceIp"];

export const listenerRuleRules: RuleTable = {
  [listenerRuleType]: {
    inputs: [
      fields(code, {
        priority: wholeNumber(1, 50000),
        "conditions[].hostHeader.values[]": first(
          characters(1, 128),
          matches(/^[A-Za-z0-9.\-*?_:]+$/, "a host name, with * and ? as wildcards"),
        ),
        "conditions[].pathPattern.values[]": first(
          characters(1, 128),
          matches(/^[A-Za-z0-9_\-.$/~"'@:+&*?()!,;=%]+$/, "a path, with * and ? as wildcards"),
        ),
        "conditions[].httpRequestMethod.values[]": matches(/^[A-Z_-]{1,40}$/, "a method in upper case, such as GET"),
        "conditions[].httpHeader.httpHeaderName": characters(1, 40),
        "conditions[].sourceIp.values[]": (value) => (String(value).includes(":") ? undefined : ipv4Cidr(value)),
      }),
      actionRules("actions"),
      refuseConditions,
    ],
    account: [
      exists("ListenerNotFound", "listenerArn", "listener", listenerType),
      actionTargetsExist("actions"),
      refuseSamePriority,
    ],
  },
};

/** One kind per condition, at least one condition, and five values in all. */
function refuseConditions({ inputs }: Call): Refusal[] {
  const conditions = recordsAt(inputs, "conditions[]");
  const values = kinds.flatMap((kind) => [
    ...valuesAt(inputs, `conditions[].${kind}.values[]`),
    ...valuesAt(inputs, `conditions[].${kind}.regexValues[]`),
  ]);
  const queries = recordsAt(inputs, "conditions[].queryStrings[]");
  const count = values.length + queries.length;
  return [
    ...when(
      listAt(inputs, "conditions")?.length === 0,
      code,
      "conditions",
      "conditions is empty: a rule needs at least one condition.",
    ),
    ...when(
      count > 5,
      "TooManyConditionValues",
      "conditions",
      `conditions have ${count} values: use at most 5 in a rule.`,
    ),
    ...conditions.flatMap(({ path, value }) => {
      const given = kinds.filter((kind) => isSet(value, kind));
      const fix =
        given.length === 0 ? `set one of ${kinds.join(", ")}` : "keep one and make further conditions of the rest";
      return when(given.length !== 1, code, path, `${path} has ${given.join(" and ") || "no kind"}: ${fix}.`);
    }),
  ];
}

function refuseSamePriority(call: Call): Refusal[] {
  const priority = numberAt(call.inputs, "priority");
  const { listenerArn } = call.inputs;
  if (priority === undefined || isUnchanged(call, "priority")) return [];
  const twin = stored(call, listenerRuleType).find(
    (one) => !isSelf(call, one) && one.inputs.priority === priority && one.inputs.listenerArn === listenerArn,
  );
  if (twin === undefined) return [];
  const message = `priority is ${show(priority)}: priority is currently in use by ${twin.id}. Choose another from 1 to 50000.`;
  return [refusal("PriorityInUse", "priority", message)];
}
