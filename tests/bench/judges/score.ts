import { controls } from "../../../policies/controls";
import cdkNag from "../../policies/references/cdk-nag.json";
import checkov from "../../policies/references/checkov.json";
import type { JudgeName, Subject, Verdicts } from "./subject";

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
 * references say. What a judge says besides counts neither for nor against it, and a kind of subject for which it has
 * no rule at all is not judged. A fault in a kind that it judges, but has no rule for, is missed.
 */
export function score(judge: JudgeName, subjects: readonly Subject[], { found }: Verdicts): Score[] {
  const judged = subjects.filter(({ kind }) => supports(judge, subjects, kind));
  return [...new Set(subjects.map(({ group }) => group))].map((group) => {
    const all = subjects.filter((subject) => subject.group === group);
    const own = judged.filter((subject) => subject.group === group);
    const speaks = ({ name }: Subject, ids: readonly string[]) =>
      (found.get(name) ?? []).some((rule) => rulesOf(judge, ids).has(rule));
    const faults = own.filter(({ broken }) => broken.length > 0);
    const good = own.filter(({ broken }) => broken.length === 0);
    const missed = faults.filter((subject) => !speaks(subject, subject.broken)).map(({ name }) => name);
    const alarmed = good.filter((subject) => speaks(subject, subject.about)).map(({ name }) => name);
    return {
      ...{ judge, group, judged: own.length, notJudged: all.length - own.length },
      ...{ faults: faults.length, found: faults.length - missed.length, missed },
      ...{ good: good.length, falseAlarms: alarmed.length, alarmed },
    };
  });
}

function supports(judge: JudgeName, subjects: readonly Subject[], kind: string): boolean {
  return subjects.some((subject) => subject.kind === kind && rulesOf(judge, subject.about).size > 0);
}

const references = new Map(controls.map((control) => [control.id, control.references] as const));
const nagRules: Readonly<Record<string, string>> = cdkNag.rules;
const forCloudFormation = new Set(checkov.cloudFormation);

/** The names of a judge's rules that are the same as one of these controls. */
function rulesOf(judge: JudgeName, ids: readonly string[]): ReadonlySet<string> {
  if (judge === "container-delivery-policies") return new Set(ids);
  const of = (framework: string) =>
    ids
      .flatMap((id) => references.get(id) ?? [])
      .flatMap((reference) => (reference.startsWith(`${framework} `) ? [reference.slice(framework.length + 1)] : []));
  if (judge === "cdk-nag") return new Set(of("cdk-nag").map((id) => nagRules[id] ?? id));
  const rules = of("checkov");
  return new Set(judge === "checkov on Terraform" ? rules : rules.filter((id) => forCloudFormation.has(id)));
}
