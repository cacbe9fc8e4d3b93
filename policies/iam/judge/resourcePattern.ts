import { Recent } from "../../shared/recent";
import { type ArnFormat, splitArn } from "./arnFormat";

/** Stands for a policy variable: some fixed text that nobody can guess, and no wildcard. */
const variable = "\ue000";

/** What can be asked of a pattern and a format: see arnPattern.ts. */
export type Reading = "possible" | "unguessable" | "foreignAccount";

/** A Resource pattern with what most answers need. */
export interface Pattern {
  readonly text: string;
  /** An ARN with all six segments. */
  readonly isWhole: boolean;
  readonly openAccount: boolean;
  /** A wildcard in the region is fine; an ARN that ends early is completed with wildcards. */
  readonly openResource: boolean;
  readonly answers: Readonly<Record<Reading, Map<ArnFormat, boolean>>>;
}

const patterns = new Recent<Pattern>(500);

export function readPattern(written: string): Pattern {
  return patterns.get(written, () => patternOf(written));
}

function patternOf(written: string): Pattern {
  // `${aws:username}` is a fixed text, `${*}` an ordinary star.
  const fixed = written.replace(/\$\{[^}]*\}/g, variable);
  const segments = splitArn(fixed);
  const isArn = fixed.startsWith("arn:");
  const isOpen = (segment: string | undefined) => segment === undefined || /[*?]/.test(segment);
  return {
    text: isArn && segments.length < 6 ? `${fixed}:*` : fixed,
    isWhole: isArn && segments.length === 6,
    openAccount: isArn && isOpen(segments[4]),
    openResource: isOpen(segments[5]),
    answers: { possible: new Map(), unguessable: new Map(), foreignAccount: new Map() },
  };
}
