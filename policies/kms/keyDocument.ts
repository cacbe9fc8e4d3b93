import { accountOf } from "../documents/accounts";
import { isEveryAction, knownActions } from "../documents/actions";
import type { PolicyDocument } from "../documents/document";
import { covers } from "../documents/glob";
import { readResourceDocument } from "../documents/resourceDocument";
import type { Statement } from "../documents/statement";
import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import type { Resource } from "../shared/resource";

export const keyType = "aws:kms/key:Key";
export const keyPolicyType = "aws:kms/keyPolicy:KeyPolicy";
export const grantType = "aws:kms/grant:Grant";

/** Where key policies stand. */
export const keyReads: Readonly<Record<string, readonly string[]>> = {
  [keyType]: ["policy"],
  [keyPolicyType]: ["policy"],
  "aws:kms/replicaKey:ReplicaKey": ["policy"],
  "aws:kms/replicaExternalKey:ReplicaExternalKey": ["policy"],
  "aws:kms/externalKey:ExternalKey": ["policy"],
};

/**
 * The key policy of a resource. Nothing while a key has none (`kms-policy-defined` asks for one) or while it does not
 * parse, which `kms-policy-public` tells. Throws `Undecided` while it is unknown.
 */
export function keyDocument({ props }: Resource, report: Reporter): PolicyDocument | undefined {
  const policy = props.at("policy");
  return policy.isAbsent ? undefined : readResourceDocument(policy, report, { tellsFaults: false });
}

/** Whether an Allow statement lets its principals do the action, written in lower case. */
export function allowsAction(statement: Statement, action: string): boolean {
  return statement.allows && knownActions(statement).some((allowed) => covers(allowed, action));
}

/** Whether an Allow statement lets its principals do everything. */
export function allowsEverything(statement: Statement): boolean {
  return statement.allows && knownActions(statement).some((allowed) => isEveryAction(allowed, "kms"));
}

/** Whether the principal is an account as a whole: `arn:aws:iam::123456789012:root` or the number alone. */
export function isAccount(principal: Node): boolean {
  const text = String(principal.raw);
  return /^\d{12}$/.test(text) || (accountOf(text) !== undefined && text.endsWith(":root"));
}
