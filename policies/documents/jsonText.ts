/** Faults of a JSON text that `JSON.parse` lets through or that would make judging it expensive. */

/** AWS's largest quota for one document is 32 KB (a KMS key policy); white space does not count in IAM. */
const longestDocument = 40 * 1024;
const deepestDocument = 32;

/**
 * Why AWS would refuse this text although it may be good JSON: a key given twice (IAM forbids it, `JSON.parse` keeps the
 * last one, so a judge and AWS could read two different documents), too deep or too long. One pass, no recursion.
 */
export function faultOfJson(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let length = 0;
  let keyExpected = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] as string;
    if (character === " " || character === "\n" || character === "\t" || character === "\r") continue;
    if (++length > longestDocument)
      return `it is longer than the ${longestDocument} characters any AWS document may have`;
    if (character === "{" || character === "[") {
      if (open.push(character === "{" ? new Set() : undefined) > deepestDocument) return "it is nested too deeply";
      keyExpected = true;
    } else if (character === "}" || character === "]") {
      open.pop();
    } else if (character === ",") {
      keyExpected = true;
    } else if (character === '"') {
      const end = endOfString(text, index);
      length += end - index;
      const keys = open.at(-1);
      if (keyExpected && keys) {
        const key = keyOf(text.slice(index, end + 1));
        if (keys.has(key)) return `it gives the key ${shortened(key)} twice`;
        keys.add(key);
      }
      keyExpected = false;
      index = end;
    }
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    if (text[index] === "\\") index++;
    else if (text[index] === '"') return index;
  }
  return text.length;
}

/** The key without escapes: `"Act\u0069on"` is `Action`. */
function keyOf(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal;
  }
}

export function shortened(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
