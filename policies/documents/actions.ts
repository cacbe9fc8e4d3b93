import { covers } from "./glob";
import type { Statement } from "./statement";

/** Whether the action, in lower case, stands for every action of the service: `s3:*`, `*`, `s3:?*`. */
export function isEveryAction(action: string, service: string): boolean {
  // An action has at least one character, so `?*` is no less than `*`.
  return covers(action.replace(/[*?]*\*[*?]*/g, "*"), `${service}:*`);
}

/** The actions of a statement that are known, in lower case. */
export function knownActions(statement: Statement): string[] {
  return statement.actions.filter((leaf) => leaf.isKnown).map((leaf) => String(leaf.raw).toLowerCase());
}

/** Whether all actions are such ones. Throws `Undecided` when only what is not known yet could be another. */
export function everyAction(statement: Statement, isSuch: (action: string) => boolean): boolean {
  if (statement.has("NotAction") || !knownActions(statement).every(isSuch)) return false;
  statement.actions.forEach((leaf) => leaf.value());
  return true;
}
