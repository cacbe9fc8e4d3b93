/**
 * Whether a regular expression fits only whole texts: each of its alternatives begins with `^` and ends with `$`.
 * CodeBuild searches with its filters, so that `123` also fits the account 41237.
 */
export function isAnchored(pattern: string): boolean {
  return alternatives(pattern).every((part) => {
    const inner = /^\((?:\?:)?(.*)\)$/s.exec(part)?.[1];
    if (inner !== undefined && closesAtEnd(part)) return isAnchored(inner);
    return part.startsWith("^") && /(^|[^\\])(\\\\)*\$$/.test(part);
  });
}

/** Splits at `|` outside of groups and classes. */
function alternatives(pattern: string): string[] {
  const parts = [""];
  walk(pattern, (token, depth) => {
    if (token === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] += token;
  });
  return parts;
}

/** Whether the group that opens at the beginning closes at the end. */
function closesAtEnd(part: string): boolean {
  let read = 0;
  let closedAt = -1;
  walk(part, (token, depth) => {
    read += token.length;
    if (token === ")" && depth === 0 && closedAt < 0) closedAt = read;
  });
  return closedAt === part.length;
}

/** Visits each character, an escaped one together with its backslash, a class as one token. */
function walk(pattern: string, visit: (token: string, depth: number) => void): void {
  let depth = 0;
  for (const [token] of pattern.matchAll(/\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|./gs)) {
    if (token === ")") depth--;
    visit(token, depth);
    if (token === "(") depth++;
  }
}
