import type { Context } from "../../shared/control";
import type { Resource } from "../../shared/resource";
import { type Reading, declaredFor, documentNodes, readIdentityDocument } from "./identityDocuments";
import { permissionsOf } from "./permissions";

/** One document of a resource and, where parts of it are not known, what the component declares for them. */
export interface WholeDocument {
  readonly path: string;
  readonly readings: readonly Reading[];
}

export function wholeDocuments(resource: Resource, context: Context): readonly WholeDocument[] {
  if (resource.props.at("inlinePolicies").isUnknown) return [];
  return documentNodes(resource).map((node) => {
    const reading = readIdentityDocument(node, resource, context);
    const declared = isWhole(reading) ? undefined : declaredFor(reading, node, resource, context);
    return { path: node.path, readings: declared ? [reading, declared] : [reading] };
  });
}

/** Whether nothing more can come to light: one that does not parse is another control's finding. */
export function isWhole(reading: Reading): boolean {
  if ("undecided" in reading) return false;
  return !("document" in reading) || permissionsOf(reading.document).undecided.length === 0;
}
