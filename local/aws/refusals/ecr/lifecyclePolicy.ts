import { show } from "../checks";
import { isRecord, isUnknown, listAt, textAt, valuesAt } from "../paths";
import type { Fields } from "../paths";
import type { Rule } from "../rules";
import { refusal } from "../rules";
import { orderProblems } from "./lifecycleOrder";

const code = "InvalidParameterException";
const statuses = ["tagged", "untagged", "any"];
const countTypes = ["imageCountMoreThan", "sinceImagePushed", "sinceImagePulled", "sinceImageTransitioned"];
const fieldsOfRule = ["rulePriority", "description", "selection", "action"];
const fieldsOfSelection = [
  ...["tagStatus", "tagPrefixList", "tagPatternList", "storageClass"],
  ...["countType", "countUnit", "countNumber"],
];

/** A rule: the text at the path is a lifecycle policy. https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html */
export function lifecyclePolicy(path: string): Rule {
  return (call) =>
    valuesAt(call.inputs, path).flatMap(({ path: at, value }) =>
      lifecycleProblems(value).map((problem) =>
        refusal(code, at, `${at} is not an acceptable lifecycle policy: ${problem}.`),
      ),
    );
}

export function lifecycleProblems(value: unknown): string[] {
  if (value === "") return [];
  const document = parse(value);
  if (document === undefined) return ["it is not JSON; build it with JSON.stringify"];
  const rules = listAt(document, "rules");
  if (rules === undefined || rules.length === 0) return ["it has no rules; add at least one"];
  if (rules.length > 50) return [`it has ${rules.length} rules; use at most 50`];
  const known = rules.filter(isRecord);
  return [...known.flatMap((rule, index) => ruleProblems(rule, `rules[${index}]`)), ...orderProblems(known)];
}

function parse(value: unknown): Fields | undefined {
  if (isRecord(value)) return value;
  try {
    const parsed: unknown = JSON.parse(String(value));
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function ruleProblems(rule: Fields, at: string): string[] {
  const priority = rule.rulePriority;
  const problems = unknownFields(rule, fieldsOfRule, at);
  if (!isUnknown(priority) && !(Number.isInteger(priority) && Number(priority) >= 1))
    problems.push(`${at}.rulePriority is ${show(priority)}; use a whole number from 1`);
  const action = textAt(rule, "action.type");
  if (action !== "expire" && action !== "transition")
    problems.push(`${at}.action.type is ${show(action)}; use "expire" (or "transition")`);
  if (action === "transition" && textAt(rule, "action.targetStorageClass") !== "archive")
    problems.push(`${at}.action.targetStorageClass must be "archive" for a transition`);
  if (!isRecord(rule.selection)) return [...problems, `${at} has no selection; add one`];
  return [...problems, ...selectionProblems(rule.selection, `${at}.selection`)];
}

function selectionProblems(selection: Fields, at: string): string[] {
  const problems = [...unknownFields(selection, fieldsOfSelection, at), ...tagProblems(selection, at)];
  const { countType, countUnit, countNumber } = selection;
  if (!isUnknown(countType) && !countTypes.includes(String(countType)))
    return [...problems, `${at}.countType is ${show(countType)}; use one of ${countTypes.join(", ")}`];
  if (!isUnknown(countNumber) && !(Number.isInteger(countNumber) && Number(countNumber) >= 1))
    problems.push(`${at}.countNumber is ${show(countNumber)}; use a whole number from 1`);
  if (countType === "imageCountMoreThan" && countUnit !== undefined)
    problems.push(`${at}.countUnit is set; remove it, imageCountMoreThan counts images`);
  if (countType !== "imageCountMoreThan" && !isUnknown(countUnit) && countUnit !== "days")
    problems.push(`${at}.countUnit is ${show(countUnit)}; ${String(countType)} needs "days"`);
  return problems;
}

function tagProblems(selection: Fields, at: string): string[] {
  const { tagStatus } = selection;
  const lists = ["tagPrefixList", "tagPatternList"].filter((name) => selection[name] !== undefined);
  if (isUnknown(tagStatus)) return [];
  if (!statuses.includes(String(tagStatus)))
    return [`${at}.tagStatus is ${show(tagStatus)}; use one of ${statuses.join(", ")}`];
  if (tagStatus !== "tagged")
    return lists.map((name) => `${at}.${name} is set and tagStatus is ${tagStatus}; remove it`);
  if (lists.length === 0) return [`${at}.tagStatus is tagged and names no tags; add tagPatternList or tagPrefixList`];
  if (lists.length === 2) return [`${at} has tagPrefixList and tagPatternList; keep one`];
  const crowded = valuesAt(selection, "tagPatternList[]").filter(({ value }) => String(value).split("*").length > 5);
  return [
    ...lists
      .filter((name) => listAt(selection, name)?.length === 0)
      .map((name) => `${at}.${name} is empty; name a tag`),
    ...crowded.map(({ path, value }) => `${at}.${path} is ${show(value)}; use at most four wildcards`),
  ];
}

function unknownFields(given: Fields, known: string[], at: string): string[] {
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => `${at} has the unknown field ${name}; use ${known.join(", ")}`);
}
