import type { Statement } from "../../documents/statement";
import type { Action } from "./actionData";
import { placeholders } from "./arnFormat";

export interface Narrowing {
  readonly actions?: readonly string[];
  readonly resources?: readonly string[];
  readonly condition?: object;
}

/** The statement as it could be, to paste. Parts in `<angle brackets>` are for the reader to fill in. */
export function narrowed(statement: Statement, change: Narrowing): string {
  const condition = { ...known(statement.node.at("Condition").raw), ...change.condition };
  return JSON.stringify({
    ...(statement.sid !== undefined && { Sid: statement.sid }),
    Effect: "Allow",
    Action: change.actions ?? statement.actions.map((leaf) => shown(leaf.isUnknown, leaf.raw)),
    Resource: change.resources ?? statement.resources.map((leaf) => shown(leaf.isUnknown, leaf.raw)),
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  });
}

/** ARNs with placeholders for what the actions touch, at most four: of several types of one action the simplest. */
export function scopesOf(actions: readonly Action[]): string[] {
  const arns = actions.flatMap(({ types }) => {
    const required = types.filter((type) => type.required);
    const all = (required.length > 0 ? required : types).map((type) => placeholders(type.format));
    return required.length > 0 ? all : all.sort((a, b) => a.length - b.length).slice(0, 1);
  });
  return [...new Set(arns)].slice(0, 4);
}

/** "a, b, c and 12 more" */
export function someOf(names: readonly string[]): string {
  return names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
}

function known(condition: unknown): object {
  return typeof condition === "object" && condition !== null && !Array.isArray(condition) ? condition : {};
}

function shown(isUnknown: boolean, raw: unknown): string {
  return isUnknown ? "<not known yet>" : String(raw);
}
