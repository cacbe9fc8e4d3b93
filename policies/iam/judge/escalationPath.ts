/**
 * A way to gain rights that nobody gave. `containment` says when it is no escalation after all:
 * `never`; `self`: for the calling user; `named`: on named resources; `passed`: the passed roles are exact and stay within
 * the ceiling.
 */
export interface EscalationPath {
  /** Page on pathfinding.cloud, where there is one. */
  readonly page: string | undefined;
  readonly idea: string;
  readonly containment: "never" | "self" | "named" | "passed";
  /** One of each group is needed. In lower case. */
  readonly needs: readonly (readonly string[])[];
}

export const single = (idea: string, page: string | undefined, ...actions: string[]): EscalationPath => ({
  page,
  idea,
  containment: "never",
  needs: [actions],
});
export const credential = (idea: string, page: string, action: string): EscalationPath => ({
  ...single(idea, page, action),
  containment: "self",
});
export const passing = (idea: string, page: string | undefined, ...groups: string[][]): EscalationPath => ({
  page,
  idea: `pass a role to ${idea}`,
  containment: "passed",
  needs: [["iam:passrole"], ...groups],
});
export const session = (idea: string, page: string | undefined, ...groups: string[][]): EscalationPath => ({
  page,
  idea,
  containment: "named",
  needs: groups,
});
