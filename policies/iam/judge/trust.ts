import { type PolicyDocument, parseDocument } from "../../documents/document";
import { MalformedDocument } from "../../documents/malformedDocument";
import type { Statement } from "../../documents/statement";
import type { Reporter } from "../../shared/control";
import { Undecided } from "../../shared/node";
import type { Resource } from "../../shared/resource";

export const trustReads: Readonly<Record<string, readonly string[]>> = { "aws:iam/role:Role": ["assumeRolePolicy"] };

/** Judges each Allow statement of a role's trust policy. What cannot be read, iam-document reports. */
export function eachTrust(resource: Resource, report: Reporter, judge: (statement: Statement) => void): void {
  const statements = (trustDocument(resource)?.statements ?? []).filter(({ effect }) => effect.raw === "Allow");
  for (const statement of statements) report.each([statement.node], () => judge(statement));
}

function trustDocument({ props }: Resource): PolicyDocument | undefined {
  try {
    return parseDocument(props.at("assumeRolePolicy"));
  } catch (error) {
    if (error instanceof MalformedDocument || error instanceof Undecided) return undefined;
    throw error;
  }
}
