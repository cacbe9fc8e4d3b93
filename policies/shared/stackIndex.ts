import type { StackResource } from "./resource";

/** All resources of a stack, indexed once for every control that looks at more than one resource. */
export class StackIndex {
  private readonly byType = new Map<string, StackResource[]>();
  private readonly byUrnMap = new Map<string, StackResource>();

  constructor(readonly all: readonly StackResource[]) {
    for (const resource of all) {
      this.byUrnMap.set(resource.urn, resource);
      const sameType = this.byType.get(resource.type);
      if (sameType) sameType.push(resource);
      else this.byType.set(resource.type, [resource]);
    }
  }

  ofType(...types: readonly string[]): readonly StackResource[] {
    return types.length === 1
      ? (this.byType.get(types[0] as string) ?? [])
      : types.flatMap((type) => this.byType.get(type) ?? []);
  }

  byUrn(urn: string): StackResource | undefined {
    return this.byUrnMap.get(urn);
  }

  /**
   * The resources of the given types whose top-level input `property` names `target`: because it is made of its
   * outputs, or because its known value equals the target's id, ARN or name (a program may write the name twice).
   */
  linked(types: readonly string[], property: string, target: StackResource): StackResource[] {
    return this.ofType(...types).filter((resource) => this.refersTo(resource, property, target));
  }

  /** Whether the top-level input `property` of `resource` names `target`. */
  refersTo(resource: StackResource, property: string, target: StackResource): boolean {
    if (resource.propertyDependencies[property]?.some((dependency) => dependency.urn === target.urn)) return true;
    const node = resource.props.at(property);
    return node.isKnown && typeof node.raw === "string" && identities(target).includes(node.raw);
  }

  /** The resource of the given types that the top-level input `property` of `resource` names, if it is in this stack. */
  target(resource: StackResource, property: string, types: readonly string[]): StackResource | undefined {
    const direct = resource.propertyDependencies[property]?.find((dependency) => types.includes(dependency.type));
    if (direct) return direct;
    const node = resource.props.at(property);
    if (!node.isKnown || typeof node.raw !== "string") return undefined;
    return this.ofType(...types).find((candidate) => identities(candidate).includes(node.raw as string));
  }

  /** The component that `resource` stands in, then that component's parent, and so on up to the stack. */
  ancestors(resource: StackResource): StackResource[] {
    const result: StackResource[] = [];
    for (let parent = resource.parent; parent && !result.includes(parent); parent = parent.parent) result.push(parent);
    return result;
  }
}

const identityProperties = ["id", "arn", "name", "bucket", "keyId", "url"] as const;

/** The known values by which other resources may name this one. */
function identities(resource: StackResource): string[] {
  return identityProperties
    .map((property) => resource.props.at(property))
    .filter((node) => node.isKnown && typeof node.raw === "string" && node.raw !== "")
    .map((node) => node.raw as string);
}
