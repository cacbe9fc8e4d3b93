import type { Call, Refusal } from "./contract";

/** Judges one call; an empty list means that AWS would accept it. */
export type Rule = (call: Call) => Refusal[];

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
