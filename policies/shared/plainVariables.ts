import type { Node } from "./node";
import { isHarmlessValue, looksLikeSecretName, looksLikeSecretValue } from "./secretLooking";

/** Names by which AWS's own tools find credentials: no harmless value belongs there. */
const credentialNames = new Set([
  ...["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"],
  "ECS_ENGINE_AUTH_DATA",
]);

/**
 * Whether a plain-text variable holds a secret: by its name, by its value, or because the program marked the value as
 * secret. Throws `Undecided` when the name looks like a secret and the value is unknown.
 */
export function isPlainSecret(name: string, value: Node, markedSecret: boolean): boolean {
  if (markedSecret || credentialNames.has(name.toUpperCase())) return true;
  // A value that is not known yet is some resource's output, and only the name can tell what it is.
  if (value.isUnknown && !looksLikeSecretName(name)) return false;
  const known = value.value();
  const text = typeof known === "string" ? known : "";
  if (looksLikeSecretValue(text)) return true;
  return looksLikeSecretName(name) && !isHarmlessValue(text);
}
