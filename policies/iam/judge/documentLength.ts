import type { Node } from "../../shared/node";

/** The length that IAM counts: without white space outside texts. Undefined when the document is not known. */
export function countedLength(document: Node): number | undefined {
  if (document.isAbsent || document.isUnknown) return undefined;
  if (typeof document.raw !== "string") return JSON.stringify(document.raw).length;
  let length = 0;
  let inText = false;
  for (let index = 0; index < document.raw.length; index++) {
    const character = document.raw[index] as string;
    if (inText && character === "\\") {
      length += 2;
      index++;
      continue;
    }
    if (character === '"') inText = !inText;
    if (inText || !/\s/.test(character)) length++;
  }
  return length;
}
