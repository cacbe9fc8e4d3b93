import { isWildcardOnly } from "../../documents/conditions";
import { covers, intersects } from "../../documents/glob";
import type { Statement } from "../../documents/statement";
import type { PolicyDocument } from "../../documents/document";
import type { Node } from "../../shared/node";
import type { Action } from "./actionData";
import { type Expansion, expand } from "./expansion";

/** One Action text of one Allow statement, with what it stands for once unconditional denials are taken off. */
export interface Grant {
  readonly statement: Statement;
  readonly leaf: Node;
  readonly text: string;
  readonly kind: Expansion["kind"];
  readonly actions: readonly Action[];
}

/** A document as all controls of the identity documents read it. */
export interface Permissions {
  readonly document: PolicyDocument;
  readonly grants: readonly Grant[];
  /** Leaves whose effect or action is not known: nothing can be said about them. */
  readonly undecided: readonly Node[];
}

const judged = new WeakMap<PolicyDocument, Permissions>();

export function permissionsOf(document: PolicyDocument): Permissions {
  let permissions = judged.get(document);
  if (!permissions) judged.set(document, (permissions = read(document)));
  return permissions;
}

function read(document: PolicyDocument): Permissions {
  const grants: Grant[] = [];
  const undecided: Node[] = [...document.unknownStatements];
  const denials = document.statements.filter(isUnconditionalDenial);
  for (const statement of document.statements) {
    // What may be a Deny grants nothing for certain.
    if (statement.effect.isUnknown) undecided.push(statement.effect);
    if (statement.effect.isUnknown || statement.denies) continue;
    for (const leaf of statement.actions) {
      if (leaf.isUnknown) undecided.push(leaf);
      else grants.push(grantOf(statement, leaf, denials));
    }
  }
  return { document, grants, undecided };
}

function grantOf(statement: Statement, leaf: Node, denials: readonly Statement[]): Grant {
  const text = String(leaf.raw);
  const { kind, actions } = expand(text);
  const effective = denials.filter((denial) => coversResources(denial, statement));
  const left = actions.filter((action) => !effective.some((denial) => coversAction(denial, action)));
  return { statement, leaf, text, kind, actions: left };
}

/** Only a Deny without conditions takes anything off for certain; unknown ones do not count. */
function isUnconditionalDenial(statement: Statement): boolean {
  return statement.effect.isKnown && statement.denies && !statement.has("Condition");
}

function coversAction(denial: Statement, action: Action): boolean {
  const name = action.name.toLowerCase();
  if (denial.has("Action"))
    return denial.actions.some((leaf) => leaf.isKnown && covers(String(leaf.raw).toLowerCase(), name));
  return denial.notActions.every((leaf) => leaf.isKnown && !covers(String(leaf.raw).toLowerCase(), name));
}

function coversResources(denial: Statement, allow: Statement): boolean {
  if (denial.resources.some((leaf) => leaf.isKnown && isWildcardOnly(String(leaf.raw)))) return true;
  return allow.has("Resource") && allow.resources.every((resource) => coversResource(denial, resource));
}

function coversResource(denial: Statement, resource: Node): boolean {
  if (!resource.isKnown) return false;
  const pattern = String(resource.raw);
  if (denial.has("Resource")) return denial.resources.some((leaf) => leaf.isKnown && covers(String(leaf.raw), pattern));
  return (
    denial.has("NotResource") &&
    denial.notResources.every((leaf) => leaf.isKnown && !intersects(String(leaf.raw), pattern))
  );
}
