import type { Action } from "./actionData";
import { openActions } from "./breadth";
import { isCallingUser } from "./callingUser";
import type { EscalationPath } from "./escalationPath";
import { escalationPaths } from "./escalationPaths";
import type { Grant, Permissions } from "./permissions";

/** The grant that provides one of the actions a path needs. */
export interface Provided {
  readonly action: Action;
  readonly grant: Grant;
  readonly permissions: Permissions;
}

/** A path that is complete, with one grant for each of its needs. */
export interface Escalation {
  readonly path: EscalationPath;
  readonly provided: readonly [Provided, ...Provided[]];
}

/**
 * The paths that the documents together complete. Grants of whole services count; `*` does not, other controls say that.
 * One of kind `named` needs an open resource.
 */
export function escalationsOf(documents: readonly Permissions[]): readonly Escalation[] {
  const provided = new Map<string, Provided[]>();
  for (const permissions of documents) {
    for (const grant of permissions.grants) {
      for (const action of grant.actions) {
        const name = action.name.toLowerCase();
        if (!dangerous.has(name)) continue;
        const list = provided.get(name);
        if (list) list.push({ action, grant, permissions });
        else provided.set(name, [{ action, grant, permissions }]);
      }
    }
  }
  return provided.size === 0 ? [] : escalationPaths.flatMap((path) => complete(path, provided));
}

const dangerous: ReadonlySet<string> = new Set(escalationPaths.flatMap(({ needs }) => needs.flat()));

/** Paths of one action each are one finding per action: they can be taken away one by one. */
function complete(path: EscalationPath, provided: ReadonlyMap<string, readonly Provided[]>): Escalation[] {
  const usable = (names: readonly string[]) =>
    names.flatMap((name) => provided.get(name) ?? []).filter((one) => !isContained(one, path));
  const groups = path.needs.map(usable);
  if (groups.some((group) => group.length === 0)) return [];
  if (groups.length === 1) return (groups[0] as Provided[]).map((one) => ({ path, provided: [one] }));
  return [{ path, provided: groups.map((group) => group[0]) as [Provided, ...Provided[]] }];
}

function isContained(one: Provided, { containment }: EscalationPath): boolean {
  if (containment === "named") return !isOpen(one);
  const { resources } = one.grant.statement;
  return (
    containment === "self" &&
    resources.length > 0 &&
    resources.every((leaf) => leaf.isKnown && isCallingUser(String(leaf.raw)))
  );
}

function isOpen({ action, grant, permissions }: Provided): boolean {
  return grant.statement.resources.some(
    (resource) =>
      resource.isKnown && openActions({ ...grant, actions: [action], kind: "one" }, resource, permissions).length > 0,
  );
}
