import type { Node } from "../shared/node";
import type { Resource } from "../shared/resource";
import type { Settings } from "../shared/settings";
import { regionOf } from "./registryScanning";

/** Where a replication configuration carries images to. */
export function destinationsOf(replication: Node): Node[] {
  const rules = replication.at("replicationConfiguration", "rules").items();
  return rules.flatMap((rule) => rule.at("destinations").items());
}

/** Whether the account is an own one. One that is not known in preview is looked up: it is the provider's. */
export function isOwn(account: Node, settings: Settings): boolean {
  return account.isUnknown || settings.ownAccounts.includes(account.string() ?? "");
}

/** Whether the template may govern what arrives there: it governs the registry of its own region. */
export function isIn(destination: Node, template: Resource): boolean {
  const region = destination.at("region");
  return region.isUnknown || regionOf(template) === undefined || regionOf(template) === region.raw;
}
