import type { PolicyDocument } from "../../documents/document";
import { covers } from "../../documents/glob";
import type { Statement } from "../../documents/statement";
import type { Node } from "../../shared/node";

/** An action on a resource that a document allows and no declared statement does. */
export interface Uncovered {
  readonly statement: Statement;
  readonly action: Node;
  readonly resource: Node;
}

/**
 * What the real document allows beyond the declared one. Each action on each resource must be within one declared
 * statement whose conditions the real one has, too.
 */
export function uncovered(real: PolicyDocument, declared: PolicyDocument): readonly Uncovered[] {
  const result: Uncovered[] = [];
  for (const statement of real.statements) {
    // What is not known yet is compared in the update.
    if (statement.effect.isUnknown || statement.denies) continue;
    const fitting = declared.statements.filter((candidate) => hasConditionsOf(candidate, statement));
    // Nothing that is declared is as wide as "all but": the node stands for the whole element.
    const actions = statement.has("NotAction") ? [statement.node.at("NotAction")] : statement.actions;
    const resources = statement.has("NotResource") ? [statement.node.at("NotResource")] : statement.resources;
    const byElement = statement.has("NotAction") || statement.has("NotResource");
    for (const action of actions.filter((leaf) => byElement || leaf.isKnown)) {
      for (const resource of resources.filter((leaf) => byElement || leaf.isKnown)) {
        if (
          byElement ||
          !fitting.some((candidate) => allows(candidate, String(action.value()), String(resource.value())))
        ) {
          result.push({ statement, action, resource });
        }
      }
    }
  }
  return result;
}

function allows(declared: Statement, action: string, resource: string): boolean {
  return (
    declared.actions.some((leaf) => covers(String(leaf.value()).toLowerCase(), action.toLowerCase())) &&
    declared.resources.some((leaf) => coversResource(String(leaf.value()), resource))
  );
}

/** Every condition of the declared statement is in the real one, with no value that was not declared. */
function hasConditionsOf(declared: Statement, real: Statement): boolean {
  return declared.conditions.every((wanted) =>
    real.conditions.some(
      (found) =>
        found.operator.name.toLowerCase() === wanted.operator.name.toLowerCase() &&
        found.lowerKey === wanted.lowerKey &&
        found.values.every(
          (value) =>
            value.isUnknown ||
            wanted.values.some((allowed) =>
              coversResource(String(allowed.value()), String(value.raw), wanted.operator.wildcards),
            ),
        ),
    ),
  );
}

const generated = "<generated>";

/** `<generated>` stands for one identifier that AWS makes: anything without slash, colon and wildcard. */
function coversResource(declared: string, real: string, wildcards = true): boolean {
  const parts = declared.split(generated);
  if (parts.length === 1) return wildcards ? covers(declared, real) : declared === real;
  let rest = real;
  for (const [index, part] of parts.entries()) {
    if (!rest.startsWith(part)) return false;
    rest = rest.slice(part.length);
    if (index === parts.length - 1) return rest === "";
    const identifier = /^[^/:*?]+/.exec(rest)?.[0];
    if (identifier === undefined) return false;
    const next = parts[index + 1] as string;
    // What follows the identifier is fixed text: the identifier ends where that begins.
    const end =
      next === ""
        ? identifier.length
        : next.startsWith("/") || next.startsWith(":")
          ? identifier.length
          : identifier.indexOf(next[0] as string, 1);
    if (end <= 0) return false;
    rest = rest.slice(end);
  }
  return rest === "";
}
