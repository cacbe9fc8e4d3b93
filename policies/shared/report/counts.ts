import type { Exempted } from "../exemptions/exemptions";

/** What becomes of a finding. Every finding counts once. */
export type Fate = "mandatory" | "advisory" | "undecided" | "exempted";
export const fates: readonly Fate[] = ["mandatory", "advisory", "undecided", "exempted"];

interface Weighed {
  readonly outcome: "violation" | "undecided";
  readonly level: "mandatory" | "advisory";
  readonly exemption?: Exempted;
}

export function fateOf({ outcome, level, exemption }: Weighed): Fate {
  if (exemption && exemption.state !== "expired") return "exempted";
  return outcome === "undecided" ? "undecided" : level;
}

export function countsOf(findings: readonly Weighed[]): Readonly<Record<Fate, number>> {
  const counts = { mandatory: 0, advisory: 0, undecided: 0, exempted: 0 };
  for (const finding of findings) counts[fateOf(finding)]++;
  return counts;
}
