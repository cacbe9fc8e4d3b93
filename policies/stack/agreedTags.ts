import type { Resource } from "../shared/resource";
import { tagNames } from "../shared/tagging";

/** What `tags-required` is told. */
export interface AgreedTags {
  required: string[];
  values: Record<string, string>;
}

/** The agreed tags that the resource does not carry, each with all its spellings. */
export function missingTags(resource: Resource, { required }: AgreedTags): string[] {
  const names = tagNames(resource);
  const missing = required.filter((spellings) => !spellings.split("|").some((name) => names.has(name.toLowerCase())));
  // What the provider adds may be the rest.
  if (missing.length > 0) resource.provider?.props.at("defaultTags").value();
  return missing;
}
