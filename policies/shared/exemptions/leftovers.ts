import type { Exemptions } from "./exemptions";

/** What is to be said about exemptions after the whole stack was judged, each in a sentence. */
export interface Leftovers {
  /** They name nothing that exists: a misspelt one would go unnoticed, so it is an error. */
  readonly unmatched: readonly string[];
  /** Their resource no longer needs them. */
  readonly unneeded: readonly string[];
}

export function leftoversOf(exemptions: Exemptions | undefined): Leftovers {
  const sentences = (list: ReturnType<Exemptions["unmatched"]>, what: string) =>
    list.map(({ id, policy, owner }) => `Exemption ${id} (${policy}, ${owner}) ${what}`);
  const unmatched = "names no resource of this stack. Correct or remove it, or limit it with `stacks`.";
  return {
    unmatched: sentences(exemptions?.unmatched() ?? [], unmatched),
    unneeded: sentences(exemptions?.unused() ?? [], "is not needed any more. Remove it."),
  };
}
