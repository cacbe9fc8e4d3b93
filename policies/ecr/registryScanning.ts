import type { Node } from "../shared/node";
import type { Resource } from "../shared/resource";

/** The repository filters of the rules that scan on push. A basic scanner knows no continuous scan. */
export function scanningFilters(registry: Node): Node[] {
  const frequencies = ["SCAN_ON_PUSH"];
  if (registry.at("scanType").string() === "ENHANCED") frequencies.push("CONTINUOUS_SCAN");
  return registry
    .at("rules")
    .items()
    .filter((rule) => frequencies.includes(rule.at("scanFrequency").string() ?? ""))
    .flatMap((rule) => rule.at("repositoryFilters").items())
    .map((filter) => filter.at("filter"));
}

/** Whether both belong to one registry: there is one for each account and region. */
export function sharesRegistry(registry: Resource, repository: Resource): boolean {
  const [first, second] = [regionOf(registry), regionOf(repository)];
  return first === undefined || second === undefined || first === second;
}

function regionOf({ props, provider }: Resource): string | undefined {
  const region = [props.at("region"), provider?.props.at("region")].find((node) => node?.isKnown === true);
  return region?.string();
}
