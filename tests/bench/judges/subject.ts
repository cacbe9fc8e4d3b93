import type { StackFileResource } from "../../corpus/stackFile";

export const judgeNames = [
  "container-delivery-policies",
  "cdk-nag",
  "checkov on CloudFormation",
  "checkov on Terraform",
] as const;
export type JudgeName = (typeof judgeNames)[number];

/** A document or resource with its label, in the forms that the judges read. */
export interface Subject {
  readonly name: string;
  readonly group: string;
  /** What a judge has rules for, or not: `trust policy`, `ECS service`. */
  readonly kind: string;
  /** The controls whose rules it breaks. None: it is good, and whoever speaks up gives a false alarm. */
  readonly broken: readonly string[];
  /** The controls that judge this kind. Rules of a judge count when they are the same as one of these controls. */
  readonly about: readonly string[];
  readonly reason: string;
  readonly resources: readonly StackFileResource[];
  readonly cloudFormation: CloudFormation;
}

export type CloudFormation = Readonly<Record<string, { readonly Type: string; readonly Properties?: object }>>;

/** What a judge said, and how long its process took. */
export interface Verdicts {
  readonly version: string;
  readonly seconds: number;
  /** By name of the subject. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/** Names of rules. */
export interface Verdict {
  /** Those that looked at the subject, whatever they said. */
  readonly looked: readonly string[];
  /** Those that found something. */
  readonly found: readonly string[];
}
