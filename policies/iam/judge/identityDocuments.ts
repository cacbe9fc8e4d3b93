import { type PolicyDocument, parseDocument } from "../../documents/document";
import { MalformedDocument } from "../../documents/malformedDocument";
import type { Context } from "../../shared/control";
import { Node, Undecided } from "../../shared/node";
import type { Resource } from "../../shared/resource";

/** Where identity documents stand: what a role, user or group may do. */
export const identityReads: Readonly<Record<string, readonly string[]>> = {
  "aws:iam/policy:Policy": ["policy"],
  "aws:iam/rolePolicy:RolePolicy": ["policy"],
  "aws:iam/userPolicy:UserPolicy": ["policy"],
  "aws:iam/groupPolicy:GroupPolicy": ["policy"],
  "aws:iam/role:Role": ["inlinePolicies.policy"],
};

/** The nodes of a resource that hold identity documents. Throws `Undecided` when their number is unknown. */
export function documentNodes(resource: Resource): readonly Node[] {
  if (resource.type !== "aws:iam/role:Role") return [resource.props.at("policy")];
  // An empty list of inline policies is how the provider is told to remove all others.
  return resource.props
    .at("inlinePolicies")
    .items()
    .map((entry) => entry.at("policy"))
    .filter((policy) => !policy.isAbsent);
}

/** A document to judge, or why there is none. */
export type Reading =
  | { readonly document: PolicyDocument; readonly intent: boolean }
  | { readonly malformed: MalformedDocument }
  | { readonly undecided: Undecided };

/**
 * Reads a document. While it is wholly unknown, which a single unknown ARN is enough for, what the parent component
 * declares is read in its place.
 */
export function readIdentityDocument(node: Node, resource: Resource, context: Context): Reading {
  const reading = readDocument(node);
  if (!("undecided" in reading)) return reading;
  const declared = context.declaredIntent(resource.opts.parent);
  return declared === undefined ? reading : readIntent(declared, node);
}

/** What the component declares, for the parts of its document that are not known. */
export function declaredFor(reading: Reading, node: Node, resource: Resource, context: Context): Reading | undefined {
  const declared = context.declaredIntent(resource.opts.parent);
  if (declared === undefined || !("document" in reading) || reading.intent) return undefined;
  return readIntent(declared, node);
}

export function readDocument(node: Node): Reading {
  try {
    return { document: parseDocument(node), intent: false };
  } catch (error) {
    if (error instanceof MalformedDocument) return { malformed: error };
    if (error instanceof Undecided) return { undecided: error };
    throw error;
  }
}

const ofIntents = new WeakMap<object, Map<string, PolicyDocument>>();

/** Declared statements as a document: all of them allow. Findings keep the path of the document they stand for. */
export function readIntent(declared: Node, node: Node): Reading {
  if (declared.isUnknown)
    return { undecided: new Undecided(node.path, "the component's declared statements are not known either") };
  const paths = ofIntents.get(declared.raw as object) ?? new Map<string, PolicyDocument>();
  ofIntents.set(declared.raw as object, paths);
  const known = paths.get(node.path);
  if (known) return { document: known, intent: true };
  try {
    const statements = declared.items().map((item) => (item.isUnknown ? item.raw : statementOf(item)));
    const document = parseDocument(new Node({ Version: "2012-10-17", Statement: statements }, node.path));
    paths.set(node.path, document);
    return { document, intent: true };
  } catch (error) {
    if (error instanceof MalformedDocument) return { malformed: error };
    throw error;
  }
}

function statementOf(item: Node): object {
  return {
    Sid: item.at("sid").raw,
    Effect: "Allow",
    Action: item.at("actions").raw,
    Resource: item.at("resources").raw,
    Condition: item.at("conditions").raw,
  };
}
