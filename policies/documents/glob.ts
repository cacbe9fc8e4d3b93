/**
 * IAM's patterns: `*` is any text, `?` is one character. No regular expressions are built from what users write: these
 * take at most (length of one) × (length of the other) steps.
 */

/** Whether the text fits the pattern. */
export function matches(pattern: string, text: string): boolean {
  return fits(pattern, text, (wanted, found) => wanted === "?" || wanted === found);
}

/** Whether everything that fits `narrow` fits `wide`: the wildcards of `narrow` stand for any text. */
export function covers(wide: string, narrow: string): boolean {
  return fits(wide, narrow, (wanted, found) => found !== "*" && (wanted === "?" || wanted === found));
}

/** Walks both once and goes back to the last `*` only: a later star can take up whatever an earlier one left. */
function fits(pattern: string, text: string, same: (wanted: string, found: string) => boolean): boolean {
  let position = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < text.length;) {
    const wanted = pattern[position];
    if (wanted === "*") {
      star = position++;
      resume = index;
    } else if (wanted !== undefined && same(wanted, text[index] as string)) {
      position++;
      index++;
    } else if (star >= 0) {
      position = star + 1;
      index = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[position] === "*") position++;
  return position === pattern.length;
}

/** Whether any text fits both. */
export function intersects(first: string, second: string): boolean {
  // reachable[j]: the part of `first` read so far and the first j characters of `second` have a text in common.
  let reachable = new Uint8Array(second.length + 1);
  reachable[0] = 1;
  skipStars(reachable, second);
  for (const character of unitsOf(first)) {
    const next = new Uint8Array(second.length + 1);
    let any = false;
    for (let j = 0; j <= second.length; j++) {
      if (reachableAfter(character, second, j, reachable, next)) {
        next[j] = 1;
        any = true;
      }
    }
    if (!any) return false;
    reachable = next;
  }
  return reachable[second.length] === 1;
}

function reachableAfter(character: string, second: string, j: number, before: Uint8Array, after: Uint8Array): boolean {
  const other = j > 0 ? second[j - 1] : undefined;
  if (other === "*" && (after[j - 1] === 1 || before[j] === 1)) return true;
  if (character === "*") return before[j] === 1 || (j > 0 && after[j - 1] === 1);
  return before[j - 1] === 1 && (character === "?" || other === "?" || character === other);
}

function skipStars(reachable: Uint8Array, second: string): void {
  for (let j = 0; j < second.length && second[j] === "*"; j++) reachable[j + 1] = 1;
}

/** UTF-16 units, not code points, as the other two functions read them. */
function unitsOf(text: string): string[] {
  return text.split("");
}
