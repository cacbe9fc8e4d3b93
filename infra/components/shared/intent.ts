import type { Input } from "@pulumi/pulumi";

/**
 * Stands in an ARN for an identifier that AWS generates, such as a key id: it counts as exactly one literal segment.
 * Intent never repeats the real identifier, so that it reads the same before and after the first deployment.
 */
export const generated = "<generated>";

/** Conditions in IAM's own shape: operator, then condition key, then accepted values. */
export type IntentConditions = Record<string, Record<string, Input<string>[]>>;

/**
 * One Allow statement of an identity document that a component creates. Components pass all of them to `super` as
 * the input `statements`, where a policy pack can judge them before any ARN is known; a document that goes further
 * than its component's statements is refused on update.
 */
export interface IntentStatement {
  /** Name of the statement, unique within the component. */
  sid: Input<string>;
  /** Actions, spelled out. */
  actions: Input<string>[];
  /** ARNs, or `*` for actions that know no resource. */
  resources: Input<string>[];
  /** Conditions in IAM's own shape. Defaults to none. */
  conditions?: IntentConditions;
}
