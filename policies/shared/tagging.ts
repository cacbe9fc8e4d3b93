import type { Node } from "./node";
import type { Resource } from "./resource";

/** The names of a resource's tags, in lower case, with those that its provider adds to every resource. */
export function tagNames(resource: Resource): ReadonlySet<string> {
  // The provider merges its default tags before the resource is judged; other providers' resources show them only there.
  const defaults = resource.provider?.props.at("defaultTags");
  const sources = [resource.props.at("tags"), resource.props.at("tagsAll")];
  if (defaults?.isKnown) sources.push(defaults.json().at("tags"));
  return new Set(sources.flatMap(namesOf).map((name) => name.toLowerCase()));
}

function namesOf(tags: Node): string[] {
  return tags
    .fields()
    .map(([name]) => name)
    .filter((name) => !name.startsWith("aws:"));
}
