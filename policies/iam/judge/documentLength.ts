import type { Node } from "../../shared/node";

/** IAM's quotas, without white space. A trust policy's can be raised to 4,096. */
export const quotas: Readonly<Record<string, number>> = {
  "aws:iam/policy:Policy": 6144,
  "aws:iam/rolePolicy:RolePolicy": 10240,
  "aws:iam/userPolicy:UserPolicy": 2048,
  "aws:iam/groupPolicy:GroupPolicy": 5120,
};
export const trustQuota = 4096;
export const inlineQuota = 10240;
export const attachmentQuota = 10;

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
