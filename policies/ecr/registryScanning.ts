import { accountOf } from "../documents/accounts";
import { accountsOf } from "../shared/judgement/providerAccounts";
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
  return mayEqual(regionOf(registry), regionOf(repository)) && mayEqual(homeOf(registry), homeOf(repository));
}

/** The region of the resource, as far as it or its provider says. */
export function regionOf({ props, provider }: Resource): string | undefined {
  const region = [props.at("region"), provider?.props.at("region")].find((node) => node?.isKnown === true);
  return region?.string();
}

/** The account of the resource, as far as its provider says: the only one allowed, or the one of the role it takes. */
function homeOf(resource: Resource): string | undefined {
  const [account, ...others] = accountsOf(resource);
  if (account !== undefined) return others.length === 0 ? account : undefined;
  const roles = resource.provider?.props.at("assumeRoles").raw;
  const [, role] = /"roleArn":"([^"]+)"/.exec(typeof roles === "string" ? roles : JSON.stringify(roles ?? [])) ?? [];
  return role === undefined ? undefined : accountOf(role);
}

function mayEqual(first: string | undefined, second: string | undefined): boolean {
  return first === undefined || second === undefined || first === second;
}
