import type { Node } from "../shared/node";
import type { Resource } from "../shared/resource";

/**
 * What a bucket says in its own inputs, as programs wrote before the separate resources: one object in `Bucket`, a list
 * of one in `BucketV2`, whose property has an `s` more.
 */
export function inlineBlocks({ props }: Resource, property: string): Node[] {
  return [property, `${property}s`]
    .map((name) => props.at(name))
    .filter((node) => !node.isAbsent)
    .flatMap((node) => node.items());
}
