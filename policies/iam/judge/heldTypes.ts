import type { Node } from "../../shared/node";
import type { Statement } from "../../documents/statement";
import type { Action, ActionType } from "./actionData";
import { canMatch, matchesUnguessable } from "./arnPattern";
import { narrowingCondition } from "./narrowing";
import type { Permissions } from "./permissions";

/**
 * A call is authorized for every resource it touches. One that must also touch a named one, as CreateNetworkInterface a
 * subnet, is not open because what it makes has no name yet. The named one may stand in another statement. Throws
 * `Undecided` when a resource that is not known yet could be it.
 */
export function isHeldByAnotherType(action: Action, permissions: Permissions): boolean {
  const touched = [...groupsOf(action.types.filter((type) => type.required)).values()];
  if (touched.length < 2) return false;
  const allowing = new Set(
    permissions.grants.filter(({ actions }) => actions.includes(action)).map(({ statement }) => statement),
  );
  if ([...allowing].some((statement) => statement.has("NotResource"))) return false;
  const targets = [...allowing].flatMap((statement) => statement.resources.map((leaf) => ({ statement, leaf })));
  const known = targets.filter(({ leaf }) => leaf.isKnown);
  if (touched.some((types) => isHeld(types, action, known))) return true;
  targets.find(({ leaf }) => leaf.isUnknown)?.leaf.value();
  return false;
}

interface Target {
  readonly statement: Statement;
  readonly leaf: Node;
}

/** Types of which a call touches one or the other, although the data calls each of them required. */
const alternatives: readonly (readonly string[])[] = [
  ["instance", "managed-instance"],
  ["stream", "table"],
  ["group", "policy", "role", "user"],
  ["execution", "express"],
  ["maprun", "statemachine"],
  ["healthcheck", "hostedzone"],
  ["recoveryinstanceresource", "sourceserverresource"],
];

/** The types by what a call touches: `listener/app` and `listener/net` are both a listener. */
function groupsOf(types: readonly ActionType[]): ReadonlyMap<string, readonly ActionType[]> {
  const groups = new Map<string, ActionType[]>();
  for (const type of types) {
    const [kind = ""] = type.key.toLowerCase().split("/");
    const name = alternatives.find((some) => some.includes(kind))?.join() ?? kind;
    groups.set(name, [...(groups.get(name) ?? []), type]);
  }
  return groups;
}

/** Whether resources of these types are allowed, and only named ones or those that a condition picks. */
function isHeld(types: readonly ActionType[], action: Action, targets: readonly Target[]): boolean {
  const fitting = targets.filter(({ leaf }) => types.some(({ format }) => canMatch(String(leaf.raw), format)));
  return fitting.length > 0 && !fitting.some((target) => isOpen(types, action, target));
}

function isOpen(types: readonly ActionType[], action: Action, { statement, leaf }: Target): boolean {
  return (
    types.some(({ format }) => matchesUnguessable(String(leaf.raw), format)) && !narrowingCondition(statement, action)
  );
}
