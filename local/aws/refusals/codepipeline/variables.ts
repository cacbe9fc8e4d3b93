import { show } from "../checks";
import type { Call, Refusal } from "../contract";
import { hasUnknown, isRecord, recordsAt, textAt, valuesAt } from "../paths";
import { refusal } from "../rules";
import { inside } from "./stages";

const code = "InvalidActionDeclarationException";
const reference = /#\{([^}]*)\}/g;

/** `#{namespace.Key}` in a configuration must name a namespace of an earlier action, or a pipeline variable. */
export function refuseVariables({ inputs }: Call): Refusal[] {
  const declared = valuesAt(inputs, "variables[].name").map(({ value }) => String(value));
  const hasUnknownNames = hasUnknown(inputs.variables) || hasUnknown(valuesAt(inputs, "stages[].actions[].namespace"));
  const namespaces = new Set<string>(["codepipeline"]);
  return recordsAt(inputs, "stages[]").flatMap((stage) => {
    const actions = inside(stage);
    const lowestFirst = [...actions].sort((a, b) => Number(a.value.runOrder ?? 1) - Number(b.value.runOrder ?? 1));
    return lowestFirst.flatMap(({ path, value }) => {
      const problems = hasUnknownNames ? [] : configurationProblems(path, value.configuration, namespaces, declared);
      const namespace = textAt(value, "namespace");
      if (namespace === undefined) return problems;
      const isTaken = namespaces.has(namespace);
      namespaces.add(namespace);
      if (!isTaken) return problems;
      const message = `${path}.namespace is ${show(namespace)}, as another action's: make each unique.`;
      return [...problems, refusal(code, `${path}.namespace`, message)];
    });
  });
}

function configurationProblems(
  path: string,
  configuration: unknown,
  namespaces: ReadonlySet<string>,
  declared: string[],
): Refusal[] {
  if (!isRecord(configuration)) return [];
  return Object.entries(configuration).flatMap(([key, text]) => {
    if (typeof text !== "string" || hasUnknown(text)) return [];
    const at = `${path}.configuration`;
    return [...text.matchAll(reference)].flatMap((match) => {
      const problem = referenceProblem(match[1] ?? "", namespaces, declared);
      return problem === undefined ? [] : [refusal(code, at, `${at}.${key} uses ${match[0]}: ${problem}.`)];
    });
  });
}

function referenceProblem(text: string, namespaces: ReadonlySet<string>, declared: string[]): string | undefined {
  const [namespace = "", key = ""] = text.split(".");
  if (key === "") return "write it like #{namespace.Key}";
  if (namespace === "variables")
    return declared.includes(key) ? undefined : `there is no variable ${key} in variables; declare it`;
  return namespaces.has(namespace) ? undefined : `no earlier action has the namespace ${namespace}`;
}
