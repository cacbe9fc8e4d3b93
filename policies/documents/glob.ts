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
function fits(pattern: string, text: string, same: (wanted?: string, found?: string) => boolean): boolean {
  let position = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < text.length;) {
    const wanted = pattern[position];
    if (wanted === "*") {
      star = position++;
      resume = index;
    } else if (same(wanted, text[index])) {
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
  const others = unitsOf(second);
  // before[j]: the part of `first` read so far and the first j characters of `second` have a text in common.
  let before: (boolean | undefined)[] = [true];
  others.forEach((other, j) => before.push(other === "*" && before[j]));
  for (const one of unitsOf(first)) {
    const after = [one === "*" && before[0]];
    others.forEach((other, j) => {
      const same = one === "?" || other === "?" || one === other;
      after.push(one === "*" || other === "*" ? before[j + 1] || after[j] : same && before[j]);
    });
    if (!after.includes(true)) return false;
    before = after;
  }
  return before.at(-1) === true;
}

/** UTF-16 units, not code points, as the other two functions read them. */
function unitsOf(text: string): string[] {
  return text.split("");
}
