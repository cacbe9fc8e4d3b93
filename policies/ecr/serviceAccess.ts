import { servicePrincipals } from "../documents/principals";
import { sourceOf } from "../documents/sources";
import type { Statement } from "../documents/statement";
import type { Reporter } from "../shared/control";
import type { Settings } from "../shared/settings";
import { writingAction } from "./writingAction";

/**
 * Services pull without a source where AWS says so, as Lambda does for functions of the own account. One that puts images
 * must come for the own account. https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#gettingstarted-images-permissions
 */
export function judgeServices(statement: Statement, settings: Settings, report: Reporter): void {
  const writing = writingAction(statement);
  if (!writing?.isKnown) return;
  for (const { service, node } of servicePrincipals(statement)) {
    if (sourceOf(statement, settings) === "own") continue;
    report.violation({
      at: node,
      what: `In ${statement.label}, ${service} may do more than read for whichever account asks`,
      fix: "Add a condition on `aws:SourceArn` or `aws:SourceAccount` with the own account.",
      detail: `${String(writing.raw)}|${service}`,
    });
  }
}
