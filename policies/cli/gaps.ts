import type { Content } from "./stateFile";

/** Why a file does not show the whole stack: each a sentence. A stack that is not shown whole cannot pass. */
export function gapsOf({ steps, changeSummary, diagnostics }: Content): string[] {
  const gaps: string[] = [];
  const unchanged = changeSummary?.["same"] ?? 0;
  const shown = steps?.filter(({ op }) => op === "same").length ?? unchanged;
  // The stack itself is always shown, and providers never.
  if (unchanged > 0 && shown <= 1) gaps.push("The preview leaves out unchanged resources. Run it with `--show-sames`.");
  // What stops a preview for its policies alone shows all resources.
  const hasFailed = diagnostics?.some(({ severity, message }) => severity === "error" && !isPolicies(message));
  if (hasFailed) gaps.push("The preview failed, so that resources may be missing. Correct the program first.");
  return gaps;
}

function isPolicies(message = ""): boolean {
  return message.trim() === "error: preview failed";
}
