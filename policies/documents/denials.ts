import { knownActions } from "./actions";
import type { Condition } from "./conditions";
import type { PolicyDocument } from "./document";
import { isFixed } from "./fixed";
import { covers } from "./glob";
import { anyonePrincipal } from "./principals";
import type { Statement } from "./statement";

/** AWS documents denials that spare requests of its own services: these are nobody's. */
const sparing = ["aws:principalisawsservice"];

/**
 * Whether the document denies all that the statement allows to those whom a condition on one of the keys (lower case) does
 * not name: an Allow for everybody next to a Deny for all but the organization is for the organization.
 */
export function deniesOthers(document: PolicyDocument, statement: Statement, keys: readonly string[]): boolean {
  return document.statements.some(
    (denial) =>
      denial.denies &&
      anyonePrincipal(denial) !== undefined &&
      coversAll(denial, statement) &&
      denial.conditions.some((condition) => namesOthers(condition, keys)) &&
      denial.conditions.every((condition) => namesOthers(condition, keys) || sparing.includes(condition.lowerKey)),
  );
}

function coversAll(denial: Statement, { actions, resources }: Statement): boolean {
  const denied = knownActions(denial);
  return (
    actions.length > 0 &&
    actions.every(({ isKnown, raw }) => isKnown && denied.some((wide) => covers(wide, String(raw).toLowerCase()))) &&
    resources.length > 0 &&
    resources.every((leaf) =>
      denial.resources.some(({ raw }) => covers(String(raw), leaf.isKnown ? String(leaf.raw) : "*")),
    )
  );
}

/** A negative operator holds for all but the values, and for requests without the key, too. */
function namesOthers(condition: Condition, keys: readonly string[]): boolean {
  const { operator, lowerKey } = condition;
  if (!operator.negative || operator.set !== undefined || !keys.includes(lowerKey)) return false;
  return isFixed({ ...condition, operator: { ...operator, negative: false, ifExists: false } });
}
