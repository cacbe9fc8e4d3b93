import type { Statement } from "../documents/statement";
import type { Node } from "../shared/node";

/** The first action of a statement that, with all that its wildcards stand for, does not only read or list. */
export function writingAction({ actions }: Statement): Node | undefined {
  return actions.find(({ isUnknown, raw }) => isUnknown || !isReading(String(raw)));
}

function isReading(action: string): boolean {
  return /^ecr:(get|list|describe|batchget|batchcheck)/i.test(action);
}
