import { intersects } from "../documents/glob";
import type { Statement } from "../documents/statement";
import { outsidersOf, strangersOf } from "../documents/strangers";
import type { Reporter } from "../shared/control";
import type { Settings } from "../shared/settings";
import { writingAction } from "./writingAction";

const ownersActions = [
  "ecr:SetRepositoryPolicy",
  "ecr:DeleteRepositoryPolicy",
  "ecr:DeleteRepository",
  "ecr:BatchDeleteImage",
];

/** Accounts that nobody named as trusted may read and list; not even trusted ones and the organization may take over. */
export function judgeOtherAccounts(statement: Statement, settings: Settings, report: Reporter): void {
  judgeOwnersActions(statement, settings, report);
  const writing = writingAction(statement);
  for (const { id, node: principal } of writing ? strangersOf(statement, settings) : []) {
    report.violation({
      at: writing ?? principal,
      what: `In ${statement.label}, ${id} may do more than read`,
      fix: "Allow other accounts only to read and list, or name the account as trusted.",
      detail: `${String(writing?.value())}|${String(principal.raw)}`,
    });
  }
}

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
