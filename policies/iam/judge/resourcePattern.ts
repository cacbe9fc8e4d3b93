import { Recent } from "../../shared/recent";
import { splitArn } from "./arnFormat";

/** Stands for a policy variable: some fixed text that nobody can guess, and no wildcard. */
const variable = "\ue000";

/** A Resource pattern with what most answers need: no walk is needed for a fixed name of another service. */
export interface Pattern {
  readonly text: string;
  /** An ARN with all six segments. */
  readonly isWhole: boolean;
  /** Undefined when it could be several. */
  readonly service: string | undefined;
  readonly openAccount: boolean;
  /** A wildcard in the region is fine; an ARN that ends early is completed with wildcards. */
  readonly openResource: boolean;
}

const patterns = new Recent<Pattern>(1000);

export function readPattern(written: string): Pattern {
  return patterns.get(written, () => patternOf(written));
}

function patternOf(written: string): Pattern {
  // `${aws:username}` is a fixed text, `${*}` an ordinary star.
  const fixed = written.includes("${") ? written.replace(/\$\{[^}]*\}/g, variable) : written;
  const segments = splitArn(fixed);
  const isArn = fixed.startsWith("arn:");
  const isOpen = (segment: string | undefined) => segment === undefined || /[*?]/.test(segment);
  return {
    text: isArn && segments.length < 6 ? `${fixed}:*` : fixed,
    isWhole: isArn && segments.length === 6,
    service: isArn && !isOpen(segments[2]) ? segments[2] : undefined,
    openAccount: isArn && isOpen(segments[4]),
    openResource: isOpen(segments[5]),
  };
}
