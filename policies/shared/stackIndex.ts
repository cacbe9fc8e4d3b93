import { identities } from "./identities";
import type { StackResource } from "./resource";

/** All resources of a stack, indexed once for every control that looks at more than one resource. */
export class StackIndex {
  private readonly byType = new Map<string, StackResource[]>();
  private readonly byUrnMap = new Map<string, StackResource>();
  private readonly order = new Map<StackResource, number>();
  /** By URN: the resources with an input that is made of this one's outputs. */
  private readonly byDependency = new Map<string, Set<StackResource>>();
  private readonly byText = new Map<string, Map<string, StackResource[]>>();
  private byIdentity?: Map<string, StackResource[]>;

  constructor(readonly all: readonly StackResource[]) {
    for (const [index, resource] of all.entries()) {
      this.byUrnMap.set(resource.urn, resource);
      this.order.set(resource, index);
      append(this.byType, resource.type, resource);
      for (const dependency of Object.values(resource.propertyDependencies).flat()) {
        const known = this.byDependency.get(dependency.urn);
        if (known) known.add(resource);
        else this.byDependency.set(dependency.urn, new Set([resource]));
      }
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

  /** The resources with an input that is made of this one's outputs. */
  dependents(target: StackResource): Iterable<StackResource> {
    return this.byDependency.get(target.urn) ?? [];
  }

  /**
   * The resources of the given types whose top-level input `property` names `target`: because it is made of its
   * outputs, or because its known value equals the target's id, ARN or name (a program may write the name twice).
   */
  linked(types: readonly string[], property: string, target: StackResource): StackResource[] {
    const found = new Set<StackResource>();
    for (const resource of this.dependents(target)) found.add(resource);
    for (const identity of identities(target)) {
      for (const resource of this.withText(property).get(identity) ?? []) found.add(resource);
    }
    return [...found]
      .filter(({ type }) => types.includes(type))
      .filter((resource) => this.refersTo(resource, property, target))
      .sort((a, b) => types.indexOf(a.type) - types.indexOf(b.type) || this.place(a) - this.place(b));
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
    return (this.identified().get(node.raw) ?? [])
      .filter(({ type }) => types.includes(type))
      .sort((a, b) => types.indexOf(a.type) - types.indexOf(b.type) || this.place(a) - this.place(b))[0];
  }

  /** The component that `resource` stands in, then that component's parent, and so on up to the stack. */
  ancestors(resource: StackResource): StackResource[] {
    const result: StackResource[] = [];
    for (let parent = resource.parent; parent && !result.includes(parent); parent = parent.parent) result.push(parent);
    return result;
  }

  private place(resource: StackResource): number {
    return this.order.get(resource) ?? 0;
  }

  /** The resources by the text that they have in the top-level input `property`. */
  private withText(property: string): ReadonlyMap<string, readonly StackResource[]> {
    let texts = this.byText.get(property);
    if (!texts) {
      texts = new Map();
      for (const resource of this.all) {
        const { raw } = resource.props.at(property);
        if (typeof raw === "string") append(texts, raw, resource);
      }
      this.byText.set(property, texts);
    }
    return texts;
  }

  private identified(): ReadonlyMap<string, readonly StackResource[]> {
    if (!this.byIdentity) {
      this.byIdentity = new Map();
      for (const resource of this.all) {
        for (const identity of new Set(identities(resource))) append(this.byIdentity, identity, resource);
      }
    }
    return this.byIdentity;
  }
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
