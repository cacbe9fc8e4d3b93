import { covers, intersects } from "../documents/glob";
import { eachStatement, readResourceDocument } from "../documents/resourceDocument";
import { publicPrincipal } from "../documents/sources";
import type { Statement } from "../documents/statement";
import { outsidersOf, strangersOf } from "../documents/strangers";
import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import type { Settings } from "../shared/settings";

const ownersActions = [
  "ecr:SetRepositoryPolicy",
  "ecr:DeleteRepositoryPolicy",
  "ecr:DeleteRepository",
  "ecr:BatchDeleteImage",
];
const fix = "Name the roles or accounts in `Principal`, and the actions they need in `Action`.";

/** Judges a policy of a repository, of the registry or of a creation template. */
export function judgeAccess(policy: Node, settings: Settings, report: Reporter): void {
  const document = readResourceDocument(policy, report, { tellsFaults: true });
  if (!document) return;
  eachStatement(document, report, (statement) => {
    if (statement.allows) judgeStatement(statement, settings, report);
  });
}

function judgeStatement(statement: Statement, settings: Settings, report: Reporter): void {
  const { node, label } = statement;
  if (statement.has("NotPrincipal")) {
    const what = `In ${label}, NotPrincipal allows everyone else`;
    report.violation({ at: node.at("NotPrincipal"), what, fix });
  }
  if (statement.has("NotAction")) {
    report.violation({ at: node.at("NotAction"), what: `In ${label}, NotAction allows all other actions`, fix });
  }
  report.each(statement.actions, (action) => {
    if (!covers(String(action.value()).toLowerCase(), "ecr:*")) return;
    report.violation({ at: action, what: `In ${label}, every action is allowed`, fix, detail: String(action.raw) });
  });
  const anyone = publicPrincipal(statement);
  if (anyone) report.violation({ at: anyone, what: `In ${label}, anyone is allowed`, fix });
  judgeOwnersActions(statement, settings, report);
  const writing = statement.actions.find((action) => action.isUnknown || !isReading(String(action.raw)));
  for (const { id, node: principal } of writing ? strangersOf(statement, settings) : []) {
    report.violation({
      at: writing ?? principal,
      what: `In ${label}, ${id} may do more than read`,
      fix: "Allow other accounts only to read and list, or name the account as trusted.",
      detail: `${String(writing?.value())}|${String(principal.raw)}`,
    });
  }
}

/** Not even trusted accounts and the organization may take the repository over or empty it. */
function judgeOwnersActions(statement: Statement, settings: Settings, report: Reporter): void {
  const taken = statement.actions.find(
    ({ isKnown, raw }) =>
      isKnown && ownersActions.some((owned) => intersects(String(raw).toLowerCase(), owned.toLowerCase())),
  );
  if (!taken) return;
  const known = strangersOf(statement, settings).map(({ id }) => id);
  for (const { id } of outsidersOf(statement, settings).filter((one) => !known.includes(one.id))) {
    report.violation({
      at: taken,
      what: `In ${statement.label}, ${id} may delete images or change the policy`,
      fix: `Leave ${ownersActions.join(", ")} to the repository's own account.`,
      detail: `${String(taken.raw)}|${id}`,
    });
  }
}

/** Whether the action, with all that its wildcards stand for, only reads or lists. */
function isReading(action: string): boolean {
  return /^ecr:(get|list|describe|batchget|batchcheck)/i.test(action);
}
