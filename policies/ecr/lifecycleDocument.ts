import type { Node } from "../shared/node";

/** An image must have a tag for each of the patterns; all of them may stand on a deployed image. */
export function patternsOf(selection: Node): string[] {
  const prefixes = selection.at("tagPrefixList").items();
  const patterns = selection.at("tagPatternList").items();
  return [...prefixes.map((prefix) => `${prefix.string() ?? ""}*`), ...patterns.map((node) => node.string() ?? "*")];
}

/** The rules of a lifecycle policy, which may stand in a text. */
export function rulesOf(policy: Node): Node[] {
  let document: Node;
  try {
    document = policy.json();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Error("the lifecycle policy is no JSON document", { cause: error });
  }
  if (!Array.isArray(document.at("rules").value())) throw new Error("the lifecycle policy has no list of rules");
  return document.at("rules").items();
}

/** ECR applies the rules in this order. */
export function priority(rule: Node): number {
  const node = rule.at("rulePriority");
  return node.isUnknown ? Number.MAX_SAFE_INTEGER : (node.number() ?? Number.MAX_SAFE_INTEGER);
}
