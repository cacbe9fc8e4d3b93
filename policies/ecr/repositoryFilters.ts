import { matches } from "../documents/glob";
import type { Node } from "../shared/node";
import type { Resource } from "../shared/resource";

/**
 * Whether one of the filters of a registry's rule fits the repository. Throws `Undecided` when only an unknown filter
 * or the repository's unknown name could tell.
 */
export function anyFilterFits(filters: readonly Node[], repository: Resource, fits = matches): boolean {
  const name = repository.props.at("name");
  const known = filters.filter((filter) => !filter.isUnknown).map((filter) => filter.string() ?? "");
  if (known.some((filter) => /^\*+$/.test(filter))) return true;
  if (filters.length === 0) return false;
  const physical = physicalName(name, repository);
  if (known.some((filter) => filter !== "" && fits(filter, physical))) return true;
  filters.forEach((filter) => filter.string());
  return false;
}

/** ECR's scanning filters: without a wildcard they fit every name that contains them. */
export function scanningFilterFits(filter: string, name: string): boolean {
  return filter.includes("*") ? matches(filter, name) : name.includes(filter);
}

function physicalName(name: Node, repository: Resource): string {
  const known = name.string();
  if (known !== undefined) return known;
  // A name that the provider makes up begins with the Pulumi name, and no filter can rely on the rest.
  return `${repository.name}-0000000`;
}
