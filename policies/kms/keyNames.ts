import { identities } from "../shared/identities";
import type { Node } from "../shared/node";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { keyType } from "./keyDocument";

export const aliasType = "aws:kms/alias:Alias";

/** By what other resources name a key: itself, or an alias of it. Looked up once for all who use it. */
export class KeyNames {
  private readonly urns: ReadonlySet<string>;
  private readonly texts: ReadonlySet<string>;

  constructor(stack: StackIndex, key: StackResource) {
    const names = [key, ...stack.linked([aliasType], "targetKeyId", key)];
    this.urns = new Set(names.map(({ urn }) => urn));
    this.texts = new Set(names.flatMap(identities));
  }

  /** Whether a value below the top-level input `property` of `user` names the key. */
  areIn(user: StackResource, property: string, value: Node): boolean {
    if (value.isKnown) return this.texts.has(String(value.raw));
    if (value.isAbsent) return false;
    // Which of several keys in the same input an unknown value is, nobody can tell: then none is taken for it.
    const keys = (user.propertyDependencies[property] ?? []).filter(
      ({ type }) => type === keyType || type === aliasType,
    );
    return keys.length > 0 && keys.every(({ urn }) => this.urns.has(urn));
  }
}
