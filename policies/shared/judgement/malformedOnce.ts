import { severities } from "../configuration/keys";
import type { Judged } from "./judged";

/**
 * Without the findings that tell again what the strongest of them, or one that was told before, tells: a text that does
 * not parse. Every control that reads it finds it, so that none of them being off lets it pass.
 */
export function malformedOnce(judged: readonly Judged[], before: readonly Judged[] = []): Judged[] {
  const strongest = new Map<string, Judged>();
  for (const finding of [...before, ...judged].filter(({ malformed }) => malformed === true)) {
    const known = strongest.get(keyOf(finding));
    if (!known || strength(finding) > strength(known)) strongest.set(keyOf(finding), finding);
  }
  return judged.filter((finding) => finding.malformed !== true || strongest.get(keyOf(finding)) === finding);
}

function keyOf({ urn, path, what }: Judged): string {
  return [urn, path, what].join("\n");
}

function strength({ level, severity }: Judged): number {
  return (level === "mandatory" ? severities.length : 0) + severities.indexOf(severity);
}
