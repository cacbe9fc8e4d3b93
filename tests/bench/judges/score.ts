import { controls } from "../../../policies/controls";
import cdkNag from "../../policies/references/cdk-nag.json";
import type { JudgeName, Subject, Verdict, Verdicts } from "./subject";

/** How a judge did in one group of subjects. */
export interface Score {
  readonly judge: JudgeName;
  readonly group: string;
  readonly judged: number;
  readonly faults: number;
  readonly found: number;
  readonly good: number;
  readonly falseAlarms: number;
  readonly notJudged: number;
  /** Names, for those who want to look. */
  readonly missed: readonly string[];
  readonly alarmed: readonly string[];
}

/**
 * Fair to the others: a fault counts as found when any rule speaks that is the same as one of the controls that the
 * subject breaks, in an IAM document even any rule about IAM documents. Which rules are the same the controls'
 * references say. What a judge says besides counts neither for nor against it, and a kind of subject at which none of
 * these rules ever looks is not judged. A fault in a kind that it judges, but has no rule for, is missed.
 */
export function score(judge: JudgeName, subjects: readonly Subject[], { verdicts }: Verdicts): Score[] {
  const has = (subject: Subject, what: keyof Verdict, ids: readonly string[]) =>
    verdicts.get(subject.name)?.[what].some((rule) => rulesOf(judge, ids).has(rule)) === true;
  const kinds = new Set(subjects.filter((each) => has(each, "looked", each.about)).map(({ kind }) => kind));
  const judged = subjects.filter(({ kind }) => kinds.has(kind));
  return [...new Set(subjects.map(({ group }) => group))].map((group) => {
    const all = subjects.filter((subject) => subject.group === group);
    const own = judged.filter((subject) => subject.group === group);
    const faults = own.filter(({ broken }) => broken.length > 0);
    const good = own.filter(({ broken }) => broken.length === 0);
    const missed = faults.filter((subject) => !has(subject, "found", subject.broken)).map(({ name }) => name);
    const alarmed = good.filter((subject) => has(subject, "found", subject.about)).map(({ name }) => name);
    return {
      ...{ judge, group, judged: own.length, notJudged: all.length - own.length },
      ...{ faults: faults.length, found: faults.length - missed.length, missed },
      ...{ good: good.length, falseAlarms: alarmed.length, alarmed },
    };
  });
}

const references = new Map(controls.map((control) => [control.id, control.references] as const));
const nagRules: Readonly<Record<string, string>> = cdkNag.rules;

/** The names of a judge's rules that are the same as one of these controls. */
function rulesOf(judge: JudgeName, ids: readonly string[]): ReadonlySet<string> {
  if (judge === "container-delivery-policies") return new Set(ids);
  const framework = judge === "cdk-nag" ? "cdk-nag " : "checkov ";
  const named = ids
    .flatMap((id) => references.get(id) ?? [])
    .filter((reference) => reference.startsWith(framework))
    .map((reference) => reference.slice(framework.length));
  return new Set(judge === "cdk-nag" ? named.map((id) => nagRules[id] ?? id) : named);
}
