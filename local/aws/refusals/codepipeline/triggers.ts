import { show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, listAt, recordsAt, textAt, valuesAt } from "../paths";
import { refusal, when } from "../rules";

const code = "InvalidStructureException";
const lists = ["branches", "filePaths", "tags"].flatMap((name) => [`${name}.includes`, `${name}.excludes`]);

/** A trigger names a connection source of this pipeline, and its filters stay within the API's limits. */
export function refuseTriggers({ inputs }: Call): Refusal[] {
  return recordsAt(inputs, "triggers[].gitConfiguration").flatMap(({ path, value }) => [
    ...sourceProblems(inputs, path, textAt(value, "sourceActionName")),
    ...["pushes", "pullRequests"].flatMap((kind) => {
      const count = listAt(value, kind)?.length ?? 0;
      const at = `${path}.${kind}`;
      return when(count > 3, code, at, `${at} has ${count} filters: use at most 3.`);
    }),
    ...recordsAt(value, "pushes[]").flatMap(({ path: at, value: filter }) => filterProblems(`${path}.${at}`, filter)),
    ...recordsAt(value, "pullRequests[]").flatMap(({ path: at, value: filter }) =>
      filterProblems(`${path}.${at}`, filter),
    ),
    ...when(
      !isSet(value, "pushes") && !isSet(value, "pullRequests"),
      code,
      path,
      `${path} has neither pushes nor pullRequests: add a filter, or remove the trigger.`,
    ),
  ]);
}

function sourceProblems(inputs: unknown, path: string, name: string | undefined): Refusal[] {
  const actions = recordsAt(inputs, "stages[].actions[]").map(({ value }) => value);
  if (name === undefined || actions.some((action) => textAt(action, "name") === undefined)) return [];
  const at = `${path}.sourceActionName`;
  const action = actions.find((one) => one.name === name);
  const sources = actions.filter((one) => one.provider === "CodeStarSourceConnection").map((one) => String(one.name));
  const known = sources.join(", ") || "none";
  if (action === undefined)
    return [refusal(code, at, `${at} is ${show(name)}: there is no such action. Connection sources are: ${known}.`)];
  const provider = textAt(action, "provider");
  if (provider === undefined || provider === "CodeStarSourceConnection") return [];
  return [refusal(code, at, `${at} is ${show(name)}, a ${provider} action: name a connection source (${known}).`)];
}

function filterProblems(path: string, filter: unknown): Refusal[] {
  return lists.flatMap((name) =>
    valuesAt(filter, name).flatMap(({ value }) => {
      const count = Array.isArray(value) ? value.length : 1;
      return when(count > 8, code, `${path}.${name}`, `${path}.${name} has ${count} patterns: use at most 8.`);
    }),
  );
}
