import { Undecided } from "../shared/node";
import { textOf } from "./conditions";
import type { PolicyDocument } from "./document";
import { covers } from "./glob";
import { anyonePrincipal } from "./principals";
import type { Statement } from "./statement";

/**
 * The resources for which the document does **not** deny every request without TLS. `action` is what must be denied, for
 * instance `s3:*`; `resources` are ARNs or patterns such as `arn:aws:s3:::name/*`. Throws `Undecided` when a Deny on an
 * unknown resource could be the missing one.
 */
export function deniesWithoutTls(document: PolicyDocument, action: string, resources: readonly string[]): string[] {
  const denials = tlsDenials(document, action);
  const missing = resources.filter(
    (resource) =>
      !denials.some((denial) => denial.resources.some((leaf) => leaf.isKnown && covers(String(leaf.raw), resource))),
  );
  const open = [...denials.flatMap((denial) => denial.resources), ...document.unknownStatements].find(
    (n) => n.isUnknown,
  );
  if (missing.length > 0 && open) throw new Undecided(open.path);
  return missing;
}

/** The statements that deny the action to everyone without TLS and without any further condition, on some resources. */
export function tlsDenials(document: PolicyDocument, action: string): readonly Statement[] {
  return document.statements.filter(
    (statement) =>
      statement.denies &&
      anyonePrincipal(statement) !== undefined &&
      statement.actions.some((leaf) => covers(String(leaf.value()).toLowerCase(), action.toLowerCase())) &&
      isWithoutTls(statement),
  );
}

function isWithoutTls({ conditions }: Statement): boolean {
  // A denial of everything shuts the owner out, too: it is no denial of plain HTTP.
  return (
    conditions.length > 0 &&
    conditions.every(
      ({ lowerKey, operator, values }) =>
        lowerKey === "aws:securetransport" &&
        // Every request says whether it came over TLS, so `IfExists` and `ForAllValues` change nothing.
        operator.family === "bool" &&
        values.some((value) => textOf(value).toLowerCase() === "false"),
    )
  );
}
