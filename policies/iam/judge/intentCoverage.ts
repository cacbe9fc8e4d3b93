import { hasWildcard } from "../../documents/conditions";
import type { PolicyDocument } from "../../documents/document";
import { covers, matches } from "../../documents/glob";
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
    const isCovered = (action: Node, resource: Node) =>
      fitting.some((candidate) => allows(candidate, String(action.raw), String(resource.raw)));
    for (const action of actions.filter((leaf) => byElement || leaf.isKnown)) {
      for (const resource of resources.filter((leaf) => byElement || leaf.isKnown)) {
        if (byElement || !isCovered(action, resource)) result.push({ statement, action, resource });
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
  if (!declared.includes(generated)) return wildcards ? covers(declared, real) : declared === real;
  const wanted = declared.split(/([/:])/);
  const found = real.split(/([/:])/);
  return (
    wanted.length === found.length &&
    wanted.every((part, index) => {
      const text = found[index] as string;
      if (!part.includes(generated)) return part === text;
      return !hasWildcard(text) && matches(part.replaceAll(generated, "?*"), text);
    })
  );
}
