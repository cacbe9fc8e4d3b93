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

/** ARNs with placeholders for what the actions touch, at most four. */
export function scopesOf(actions: readonly Action[]): string[] {
  const formats = actions.flatMap((action) => action.types.filter((type) => type.required || action.types.length < 3));
  const types = formats.length > 0 ? formats : actions.flatMap((action) => action.types);
  return [...new Set(types.map((type) => placeholders(type.format)))].slice(0, 4);
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
