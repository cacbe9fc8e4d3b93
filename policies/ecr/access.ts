import { isEveryAction } from "../documents/actions";
import { eachStatement, readResourceDocument } from "../documents/resourceDocument";
import { publicPrincipal } from "../documents/publicAccess";
import type { Statement } from "../documents/statement";
import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import type { Settings } from "../shared/settings";
import { judgeOtherAccounts } from "./otherAccounts";
import { judgeServices } from "./serviceAccess";

const fix = "Name the roles or accounts in `Principal`, and the actions they need in `Action`.";

/** Judges a policy of a repository, of the registry or of a creation template. */
export function judgeAccess(policy: Node, settings: Settings, report: Reporter): void {
  const document = readResourceDocument(policy, report, { tellsFaults: true });
  if (!document) return;
  eachStatement(document, report, (statement) => {
    if (!statement.allows) return;
    judgeBreadth(statement, report);
    judgeServices(statement, settings, report);
    judgeOtherAccounts(statement, settings, report);
  });
}

function judgeBreadth(statement: Statement, report: Reporter): void {
  const { node, label } = statement;
  if (statement.has("NotPrincipal")) {
    const what = `In ${label}, NotPrincipal allows everyone else`;
    report.violation({ at: node.at("NotPrincipal"), what, fix });
  }
  if (statement.has("NotAction")) {
    report.violation({ at: node.at("NotAction"), what: `In ${label}, NotAction allows all other actions`, fix });
  }
  report.each(statement.actions, (action) => {
    if (!isEveryAction(String(action.value()).toLowerCase(), "ecr")) return;
    report.violation({ at: action, what: `In ${label}, every action is allowed`, fix, detail: String(action.raw) });
  });
  const anyone = publicPrincipal(statement);
  if (anyone) report.violation({ at: anyone, what: `In ${label}, anyone is allowed`, fix });
}
