import type { PolicyDocument } from "../documents/document";
import { servicePrincipals, unknownServices } from "../documents/principals";
import { identityConditions } from "../documents/publicAccess";
import type { Statement } from "../documents/statement";
import { type Node, Undecided } from "../shared/node";
import { allowsAction } from "./keyDocument";
import type { KeyUse } from "./keyUse";
import { mayScale, scalingService } from "./scaledVolumes";
import { asksForMore, deniesServices } from "./shutOut";

/** Whether a key's policy lets the service do all it needs. Throws `Undecided` when something unknown may be what does. */
export function letsIn(document: PolicyDocument, use: KeyUse): boolean {
  if (use.service !== scalingService && document.statements.some((statement) => isDenial(statement, use))) return false;
  const candidates = document.statements.filter(({ effect }) => effect.raw !== "Deny");
  const admitting = candidates.filter((statement) => openElements(statement).length === 0 && admits(statement, use));
  const may = (action: string) => admitting.some((statement) => allowsAction(statement, action.toLowerCase()));
  if (use.actions.every(may)) return true;
  const [open] = [...document.unknownStatements, ...candidates.flatMap(openParts)];
  if (open) throw new Undecided(open.path);
  return false;
}

function openElements({ node }: Statement): Node[] {
  return ["Effect", "Principal", "Action", "Condition"]
    .map((element) => node.at(element))
    .filter(({ isUnknown }) => isUnknown);
}

function openParts(statement: Statement): Node[] {
  const open = openElements(statement);
  return open.length > 0
    ? open
    : [...unknownServices(statement), ...statement.actions.filter((leaf) => leaf.isUnknown)];
}

function admits(statement: Statement, use: KeyUse): boolean {
  const everybody = statement.principals.some(({ value }) => value.raw === "*");
  if (use.service === scalingService) return everybody || statement.principals.some(({ value }) => mayScale(value));
  const named = servicePrincipals(statement).some(({ service }) => service === use.service);
  // Conditions on who calls are about principals of accounts: services are none.
  return (named || (everybody && identityConditions(statement).length === 0)) && !asksForMore(statement, use);
}

/** An unknown denial is not taken for one: nothing then says that the service is kept out. */
function isDenial(statement: Statement, use: KeyUse): boolean {
  return openElements(statement).length === 0 && deniesServices(statement, use);
}
