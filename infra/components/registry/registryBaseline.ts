import { PullThroughCacheRule } from "@pulumi/aws/ecr/pullThroughCacheRule";
import { all, ComponentResource, getProject, output } from "@pulumi/pulumi";
import type { ComponentResourceOptions, CustomResourceOptions, Input, Output } from "@pulumi/pulumi";
import * as arns from "../shared/arns";
import { generated } from "../shared/intent";
import { physicalName } from "../shared/names";
import { surroundings } from "../shared/surroundings";
import { mergeTags } from "../shared/tags";
import { invalid, oneOf, validated } from "../shared/validate";
import { version } from "../shared/version";
import { createTemplates } from "./creationTemplates";
import type { TemplatePrefix } from "./creationTemplates";
import { templateStatements } from "./permissions";
import { acceptReplication, createReplication } from "./replication";
import { createScanning, ScanType } from "./scanning";
import { createSigning } from "./signing";
import { cacheProblem } from "./upstreams";

/** A public or private registry whose images are pulled through ECR. */
export interface PullThroughCacheArgs {
  /** Prefix of the repositories that hold the cached images, such as `docker-hub`. */
  readonly prefix: string;
  /** Host of the upstream registry, such as `registry-1.docker.io`. */
  readonly upstreamRegistryUrl: string;
  /** ARN of the secret with the upstream's credentials. Defaults to none; some upstreams require one. */
  readonly credentialArn?: string;
}

/** A registry that images are carried to. */
export interface ReplicationDestinationArgs {
  /** Region of the destination. */
  readonly region: string;
  /** Account id of the destination. */
  readonly account: string;
}

/** What a `RegistryBaseline` takes. */
export interface RegistryBaselineArgs {
  /** ARN of the customer managed key for repositories that ECR creates by itself. */
  readonly encryptionKeyArn: Input<string>;
  /** Who scans images. Defaults to `BASIC`. */
  readonly scanType?: ScanType;
  /** First part, up to a slash, of the names of replicated and signed repositories. Defaults to the project's name. */
  readonly repositoryPrefix?: string;
  /** Where images are carried to. Defaults to nowhere. */
  readonly replicateTo?: ReplicationDestinationArgs[];
  /** Ids of accounts that may carry their images here. Defaults to none. */
  readonly replicateFrom?: string[];
  /** Upstream registries to cache. Defaults to none. */
  readonly pullThroughCaches?: PullThroughCacheArgs[];
  /** Whether ECR signs what is pushed. Defaults to false. */
  readonly signImages?: boolean;
  /** Tags for every resource. Defaults to none. */
  readonly tags?: Input<Record<string, Input<string>>>;
}

/** The settings of a whole registry: one per account and region, so create it in one stack only. */
export class RegistryBaseline extends ComponentResource {
  /** Prefixes of the pull-through caches. */
  public readonly cachePrefixes: Output<string[]>;
  /** ARN of the profile that signs images; empty when nothing is signed. */
  public readonly signingProfileArn: Output<string>;

  constructor(name: string, args: RegistryBaselineArgs, opts?: ComponentResourceOptions) {
    const where = surroundings(opts);
    const { pullThroughCaches = [], replicateTo = [], replicateFrom = [], scanType = ScanType.Basic } = args;
    const prefix = args.repositoryPrefix ?? getProject();
    const templates: TemplatePrefix[] = [
      ...pullThroughCaches.map((cache) => ({ prefix: cache.prefix, appliedFor: "PULL_THROUGH_CACHE" as const })),
      ...(replicateFrom.length > 0 ? [{ prefix, appliedFor: "REPLICATION" as const }] : []),
    ];
    const prefixes = templates.map((template) => template.prefix);
    const statements = where.apply((known) =>
      prefixes.length === 0 ? [] : templateStatements(known, prefixes, arns.key(known, generated)),
    );
    super("container-delivery:index:RegistryBaseline", name, { ...args, statements, version }, opts);
    const check = `RegistryBaseline "${name}"`;
    validated<string>(check, "scanType", scanType, oneOf(ScanType));
    for (const cache of pullThroughCaches) {
      const wayOut = cacheProblem(cache);
      if (wayOut !== undefined) throw invalid(check, "pullThroughCaches", cache, wayOut);
    }
    const parent = { parent: this };
    const tags = mergeTags({ Name: physicalName(name) }, args.tags);

    createScanning(name, scanType, where, parent);
    const retention = { releases: 100, untaggedDays: 7 };
    createTemplates(
      name,
      { prefixes: templates, where, encryptionKeyArn: args.encryptionKeyArn, retention, tags },
      parent,
    );
    createCaches(name, pullThroughCaches, parent);
    if (replicateTo.length > 0) createReplication(name, prefix, replicateTo, parent);
    if (replicateFrom.length > 0) acceptReplication(name, prefix, replicateFrom, where, parent);
    const profile = args.signImages ? createSigning(name, [prefix], tags, parent) : undefined;

    this.cachePrefixes = output(pullThroughCaches.map((cache) => cache.prefix));
    // Built from the name: roles that sign are judged before the profile has an ARN.
    this.signingProfileArn = all([where, profile?.name]).apply(([at, own]) =>
      own === undefined ? "" : arns.signingProfile(at, own),
    );
    this.registerOutputs({ cachePrefixes: this.cachePrefixes, signingProfileArn: this.signingProfileArn });
  }
}

function createCaches(name: string, caches: PullThroughCacheArgs[], opts: CustomResourceOptions): void {
  for (const { prefix: ecrRepositoryPrefix, upstreamRegistryUrl, credentialArn } of caches) {
    new PullThroughCacheRule(
      `${name}-cache-${ecrRepositoryPrefix.replace(/[^a-z0-9]+/g, "-")}`,
      { ecrRepositoryPrefix, upstreamRegistryUrl, upstreamRepositoryPrefix: "ROOT", credentialArn },
      opts,
    );
  }
}
