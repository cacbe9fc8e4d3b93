import { output } from "@pulumi/pulumi";
import type { Input, Output } from "@pulumi/pulumi";

/** A component's own tags, then the caller's, who wins. */
export function mergeTags(
  own: Record<string, Input<string>>,
  callers?: Input<Record<string, Input<string>>>,
): Output<Record<string, string>> {
  return output([own, callers ?? {}]).apply(([mine, theirs]) => ({ ...mine, ...theirs }));
}
