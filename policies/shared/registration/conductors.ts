import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { settingsPolicy, summaryPolicy } from "../configuration/controlConfiguration";
import { keys } from "../configuration/keys";
import type { Resolved } from "../configuration/resolve";
import { leftoversOf } from "../exemptions/leftovers";
import { resourceOf, stackIndexOf } from "../judgement/args";
import { violationsOf } from "../judgement/message";
import { summaryOf } from "../report/summary";
import { asReportAny } from "./reportAny";
import type { ReportAny } from "./reportAny";
import type { Session } from "./session";

/** Judges every resource with all controls for its type, so that its properties are decoded once and not once per control. */
export function settingsConductor(session: Session): ResourceValidationPolicy {
  return {
    name: settingsPolicy,
    displayName: "Settings of this pack",
    description: "The settings and exemptions of this policy pack must be valid.",
    enforcementLevel: "mandatory",
    configSchema: {
      properties: Object.fromEntries(Object.entries(keys).map(([name, { schema }]) => [name, schema])),
    },
    validateResource: async (args, reportViolation) => {
      const report = asReportAny(reportViolation);
      const resolved = session.resolve(args.stackTags);
      // The stack itself is the first resource. In an update this stops it before anything is created.
      reportProblems(session, resolved, report, session.isConfigured ? {} : args.getConfig());
      const judged = await session.judgement.resource(resourceOf(args, session.secretsOf), resolved);
      for (const violation of violationsOf(judged)) report(violation);
      const stops = !resolved.settings.preview && judged.some(({ level }) => level === "mandatory");
      for (const problem of session.reports.soon(resolved, stops)) tell(session, problem, report);
    },
  };
}

/** Judges the stack as a whole with all controls that need it, over one index, and sums up. */
export function summaryConductor(session: Session): StackValidationPolicy {
  return {
    name: summaryPolicy,
    displayName: "Summary",
    description: "What this policy pack judged, and what it does not know.",
    enforcementLevel: "advisory",
    validateStack: async (args, reportViolation) => {
      const report = asReportAny(reportViolation);
      const resolved = session.resolve(args.stackTags);
      reportProblems(session, resolved, report, {});
      const judged = await session.judgement.stack(
        stackIndexOf(args.resources, session.judgement.inputsOf, session.secretsOf),
        resolved,
      );
      for (const violation of violationsOf(judged)) report(violation);
      const { unmatched, unneeded } = leftoversOf(resolved.exemptions);
      const all = { ...resolved, problems: [...resolved.problems, ...unmatched] };
      const { written, problems } = session.reports.now(all, unneeded);
      for (const problem of [...unmatched, ...problems]) tell(session, problem, report);
      for (const note of unneeded) report({ name: settingsPolicy, message: note, enforcementLevel: "advisory" });
      session.ended();
      const message = summaryOf(session.judgement.record, resolved, written);
      if (message && session.isSummaryWanted) report({ message, enforcementLevel: "advisory" });
    },
  };
}

function reportProblems(session: Session, { problems }: Resolved, report: ReportAny, own: object): void {
  const all = [...problems];
  if (Object.keys(own).length > 0) {
    all.push(
      "This version of @pulumi/policy does not show the configuration of all policies. Use the version in the pack's package.json.",
    );
  }
  if (all.length === 0) return;
  const heading = all.length === 1 ? "One setting is wrong" : `${all.length} settings are wrong`;
  const text = `${heading}; the stack is judged as in the strictest environment, without exemptions.`;
  tell(session, [text, ...all.map((problem) => `- ${problem}`)].join("\n"), report);
}

/** Stops the run, and says why once. */
function tell({ told }: Session, message: string, report: ReportAny): void {
  if (told.has(message)) return;
  told.add(message);
  report({ name: settingsPolicy, message, enforcementLevel: "mandatory" });
}
