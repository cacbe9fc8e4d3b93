import type { Node } from "./node";

/** One resource as a control sees it, in preview or in an exported state. */
export interface Resource {
  readonly type: string;
  readonly urn: string;
  /** The Pulumi name, not the physical one. */
  readonly name: string;
  readonly props: Node;
  /** Paths of the properties that the engine marked as secret. Absent where the source does not tell. */
  readonly secrets?: ReadonlySet<string>;
  readonly opts: ResourceOptions;
  readonly provider?: { readonly type: string; readonly urn: string; readonly name: string; readonly props: Node };
}

export interface ResourceOptions {
  readonly protect: boolean;
  readonly ignoreChanges: readonly string[];
  /** URN of the parent, if any. */
  readonly parent?: string;
}

/** A resource inside a whole stack: it knows what it depends on. */
export interface StackResource extends Resource {
  readonly parent?: StackResource;
  readonly dependencies: readonly StackResource[];
  /** For each input property: the resources whose outputs it is made of. Holds while values are unknown, too. */
  readonly propertyDependencies: Readonly<Record<string, readonly StackResource[]>>;
}
