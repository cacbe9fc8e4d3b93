/** Nobody writes a filter as long as this, and judging one takes time that grows faster than its length. */
const longest = 2000;

/**
 * Whether a regular expression fits only whole texts: each of its alternatives begins with `^` and ends with `$`.
 * CodeBuild searches with its filters, so that `123` also fits the account 41237.
 */
export function isAnchored(pattern: string): boolean {
  if (pattern.length > longest) return false;
  // Flags in front, such as `(?i)`, say nothing about the ends.
  return alternatives(pattern.replace(/^\(\?[a-z]{1,6}\)/, "")).every((part) => {
    const inner = part.startsWith("(") && part.endsWith(")") ? part.slice(1, -1).replace(/^\?:/, "") : undefined;
    if (inner !== undefined && closesAtEnd(part)) return isAnchored(inner);
    return hasBeginning(part) && hasEnd(part);
  });
}

/**
 * The same for names of branches and tags, where a whole folder of them may be meant: `^refs/heads/`, as AWS's own
 * example has it, or `^refs/tags/.*`.
 */
export function isAnchoredReference(pattern: string): boolean {
  return pattern.length <= longest && (isAnchored(pattern) || alternatives(pattern).every(isFolderOrWhole));
}

/** Whether the pattern names single texts, one by one, and nothing that more texts could fit. */
export function namesExactly(pattern: string): boolean {
  return isAnchored(pattern) && !/[.*+?[\]]|\\[dDwWsS]/.test(pattern.replace(/\\[^dDwWsS]/g, ""));
}

function isFolderOrWhole(part: string): boolean {
  return isAnchored(part) || (hasBeginning(part) && /\/(\.[*+])?$/.test(part));
}

/** An anchor with a quantifier behind it need not be there. */
function hasBeginning(part: string): boolean {
  return /^(\^|\\A)(?![?*{])/.test(part);
}

function hasEnd(part: string): boolean {
  if (/\\[zZ]$/.test(part)) return countBefore(part, part.length - 1) % 2 === 1;
  return part.endsWith("$") && countBefore(part, part.length - 1) % 2 === 0;
}

/** The backslashes right before the position. */
function countBefore(text: string, position: number): number {
  let start = position;
  while (start > 0 && text[start - 1] === "\\") start--;
  return position - start;
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
