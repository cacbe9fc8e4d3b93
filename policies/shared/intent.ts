import type { Node } from "./node";
import type { Resource } from "./resource";

/**
 * What components declare about IAM. A document with one unknown ARN is wholly unknown in preview, but the inputs of the
 * component around it arrive value by value. A resource sees its parent only as a URN, and every component is analysed
 * before its children, so its statements are kept from its own analysis.
 */
export class DeclaredIntents {
  private readonly byUrn = new Map<string, Node>();

  remember(resource: Resource): void {
    // The types of providers' own resources have a module with a slash: `aws:iam/role:Role`. Components seldom do.
    if (resource.type.startsWith("aws:") || resource.type.startsWith("pulumi:")) return;
    const statements = resource.props.at("statements");
    if (Array.isArray(statements.raw) || statements.isUnknown) this.byUrn.set(resource.urn, statements);
  }

  /** The statements that the component with this URN declares: a list, or an unknown node. */
  readonly of = (urn: string | undefined): Node | undefined => (urn === undefined ? undefined : this.byUrn.get(urn));
}
