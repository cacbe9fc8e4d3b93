import { AccountSetting } from "@pulumi/aws/ecr/accountSetting";
import { RegistryPolicy } from "@pulumi/aws/ecr/registryPolicy";
import { ReplicationConfiguration } from "@pulumi/aws/ecr/replicationConfiguration";
import type { CustomResourceOptions, Output } from "@pulumi/pulumi";
import type { Surroundings } from "../shared/arns";
import { resourceDocument } from "../shared/documents";
import { replicationStatements } from "./permissions";

/** A registry that images are carried to. */
export interface Destination {
  readonly region: string;
  readonly account: string;
}

/** Carries every push to repositories with a prefix to other registries. */
export function createReplication(
  name: string,
  prefix: string,
  destinations: Destination[],
  opts: CustomResourceOptions,
): void {
  const rule = {
    destinations: destinations.map(({ region, account }) => ({ region, registryId: account })),
    repositoryFilters: [{ filter: `${prefix}/`, filterType: "PREFIX_MATCH" }],
  };
  new ReplicationConfiguration(`${name}-replication`, { replicationConfiguration: { rules: [rule] } }, opts);
}

/** Lets other accounts carry their images here. */
export function acceptReplication(
  name: string,
  prefix: string,
  accounts: string[],
  where: Output<Surroundings>,
  opts: CustomResourceOptions,
): void {
  // The first version of registry policies knows replication only, and ignores the rest of a document.
  const scope = new AccountSetting(`${name}-policy-scope`, { name: "REGISTRY_POLICY_SCOPE", value: "V2" }, opts);
  const policy = where.apply((known) => resourceDocument(replicationStatements(known, accounts, prefix)));
  new RegistryPolicy(`${name}-policy`, { policy }, { ...opts, dependsOn: [scope] });
}
