import type { Severity } from "../../policies/shared/control";
import type { Judged } from "../../policies/shared/judgement/judged";
import { JudgementRecord } from "../../policies/shared/report/record";
import { reportOf } from "../../policies/shared/report/report";
import type { Resolved } from "../../policies/shared/configuration/resolve";
import { contextOf, resourceOf, stackOf } from "./policy";
import { probes, several, whole } from "../policies/wire/probe/controls";

const control = several;
export const resolved = (problems: string[] = []): Resolved => ({
  settings: contextOf(control).settings,
  input: {},
  problems,
  levelOf: () => "mandatory",
  configOf: () => ({}),
});
export const queue = { type: "aws:sqs/queue:Queue", name: "jobs" };
export const urn = "urn:pulumi:dev::shop::aws:sqs/queue:Queue::jobs";
/** A finding of a probe control. */
export const judged = (fields: Partial<Judged> = {}): Judged => ({
  outcome: "violation",
  control,
  severity: "critical",
  level: "mandatory",
  urn,
  type: queue.type,
  name: queue.name,
  path: "name",
  what: "The name is <bad>",
  shown: '"bad & worse"',
  fix: "Set `name`.",
  ...fields,
});
export const exemption = {
  id: "EX-1",
  owner: "a",
  reason: "b",
  expires: "2026-09-01",
  daysLeft: 5,
  state: "ending" as const,
};
export const undecided = judged({
  outcome: "undecided",
  level: "advisory",
  severity: "low" as Severity,
  control: whole,
});

export function recordOf(...findings: Judged[]): JudgementRecord {
  const record = new JudgementRecord(probes);
  record.resource(resourceOf(queue), findings);
  record.stack(stackOf(queue, { type: "aws:kms/key:Key", name: "k" }, { type: "my:index:Thing", name: "t" }), []);
  return record;
}
export const place = { project: "shop", stack: "dev" };
export const report = (...findings: Judged[]) =>
  reportOf(recordOf(...findings), resolved(), place, { now: new Date("2026-06-01T00:00:00Z") });
