import type { Node } from "../../shared/node";
import type { Severity } from "../../shared/control";
import { isWildcardOnly } from "../../documents/conditions";
import type { Action } from "./actionData";
import { namesCaller } from "./callingUser";
import { canMatch, matchesForeignAccount, matchesUnguessable } from "./arnPattern";
import { narrowingCondition, ownerCondition } from "./narrowing";
import { isHeldByAnotherType } from "./heldTypes";
import { interfaceActions, overrideOf, serviceLinkedRole } from "./overrides";
import type { Grant, Permissions } from "./permissions";
import { readPattern } from "./resourcePattern";

/**
 * The actions of a grant that the resource pattern leaves open for every resource, without a condition that keeps them
 * to some. Throws `Undecided` when the pattern decides and is unknown.
 */
export function openActions(grant: Grant, resource: Node, permissions: Permissions): readonly Action[] {
  if (!resource.isUnknown && !readPattern(String(resource.raw)).openResource) return [];
  const scopable = grant.actions.filter((action) => action.types.length > 0 && !acceptsStar(action, permissions));
  // A glob such as ec2:Describe* has few actions that take an ARN: written on ARNs it would lose all the others.
  if (grant.kind === "some" && grant.actions.every(isReading) && scopable.length * 4 <= grant.actions.length) return [];
  return scopable.filter((action) => {
    const open = () => isOpen(action, resource) && !isHeldByAnotherType(action, permissions);
    // Of the two, what is unknown is asked last: it decides only if the other does not.
    if (resource.isUnknown) return !narrowingCondition(grant.statement, action) && open();
    return open() && !narrowingCondition(grant.statement, action);
  });
}

function isOpen(action: Action, resource: Node): boolean {
  const pattern = String(resource.value());
  return action.types.some((type) => matchesUnguessable(pattern, type.format));
}

function acceptsStar(action: Action, permissions: Permissions): boolean {
  const name = action.name.toLowerCase();
  if (overrideOf.has(name)) return true;
  return interfaceActions.includes(name) && isBuildInNetwork(permissions);
}

/** The mark of a CodeBuild role with a VPC: the permission that names CodeBuild as the one to use the interface. */
function isBuildInNetwork({ grants }: Permissions): boolean {
  return grants.some(
    ({ statement, text }) =>
      text.toLowerCase() === "ec2:createnetworkinterfacepermission" &&
      statement.conditions.some(
        ({ lowerKey, values }) =>
          lowerKey === "ec2:authorizedservice" && values.some((value) => /^codebuild\./i.test(String(value.raw))),
      ),
  );
}

/** The actions of a grant whose resource pattern leaves the account open. */
export function crossAccountActions(grant: Grant, resource: Node): readonly Action[] {
  if (resource.isUnknown) return [];
  const pattern = String(resource.value());
  if (isWildcardOnly(pattern) || pattern.includes(serviceLinkedRole) || namesCaller(pattern)) return [];
  return grant.actions.filter(
    (action) =>
      action.types.some((type) => matchesForeignAccount(pattern, type.format)) &&
      !ownerCondition(grant.statement) &&
      !narrowingCondition(grant.statement, action),
  );
}

/**
 * The actions of a grant that none of its resources can be for. An unknown resource may be right, but is hardly `*`:
 * throws `Undecided` when an action takes nothing else.
 */
export function emptyActions(grant: Grant): readonly Action[] {
  const { statement, actions } = grant;
  // Without any resource the document is refused as a whole.
  if (statement.resources.length === 0) return [];
  const known = statement.resources.filter((leaf) => !leaf.isUnknown).map((leaf) => String(leaf.raw));
  const empty = actions.filter((action) => !known.some((pattern) => grants(action, pattern)));
  // A glob is fine as long as some of what it stands for is granted.
  if (grant.kind !== "one" && empty.length < actions.length) return [];
  const unknown = statement.resources.find((leaf) => leaf.isUnknown);
  if (!unknown) return empty;
  if (empty.length > 0 && empty.every(takesStarOnly)) unknown.value();
  return [];
}

function takesStarOnly({ name, types, alsoTakes }: Action): boolean {
  const override = overrideOf.get(name.toLowerCase());
  return types.length === 0 && alsoTakes.length === 0 && (override === undefined || override.arn !== undefined);
}

function grants(action: Action, pattern: string): boolean {
  const override = overrideOf.get(action.name.toLowerCase());
  if (isWildcardOnly(pattern)) return true;
  if (override?.accept === "either") {
    return override.arn === undefined || override.arn === pattern.replace(/^arn:[^:]*:/, "arn:aws:");
  }
  return (
    action.types.some(({ format }) => canMatch(pattern, format)) ||
    action.alsoTakes.some((format) => canMatch(pattern, format))
  );
}

export function isReading(action: Action): boolean {
  return action.access === "read" || action.access === "list";
}

/** How bad it is when an action is open for every resource. */
export function severityOf(actions: readonly Action[]): Severity {
  if (actions.some(({ access }) => access === "permissions")) return "critical";
  return actions.every(isReading) ? "medium" : "high";
}
