import type { Call, Refusal } from "./contract";

/** Judges one call; an empty list means that AWS would accept it. */
export interface Rule {
  (call: Call): Refusal[];
  /** The inputs it looks at, where they are fixed: a test holds them against the declarations. */
  readonly paths?: readonly string[];
  /** Where other types refer to the resource that is about to be deleted. */
  readonly uses?: readonly Use[];
}

export interface Use {
  type: string;
  paths: readonly string[];
}

export function withPaths(paths: readonly string[], rule: Rule): Rule {
  return Object.assign((call: Call) => rule(call), { paths });
}

export interface TypeRules {
  /** What the request alone shows: judged in check, create and update. */
  inputs?: Rule[];
  /** What only the account knows: judged in create and update, when everything referred to exists. */
  account?: Rule[];
  /** Judged in delete. */
  removal?: Rule[];
}

/** Keyed by type token. */
export type RuleTable = Record<string, TypeRules>;

export function refusal(code: string, property: string, message: string): Refusal {
  return { code, property, message };
}

/** One refusal when the condition holds. */
export function when(condition: boolean, code: string, property: string, message: string): Refusal[] {
  return condition ? [refusal(code, property, message)] : [];
}
