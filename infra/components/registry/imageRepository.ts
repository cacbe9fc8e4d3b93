import { LifecyclePolicy } from "@pulumi/aws/ecr/lifecyclePolicy";
import { Repository } from "@pulumi/aws/ecr/repository";
import { RepositoryPolicy } from "@pulumi/aws/ecr/repositoryPolicy";
import { all, ComponentResource } from "@pulumi/pulumi";
import type { ComponentResourceOptions, Input, Output } from "@pulumi/pulumi";
import { resourceDocument } from "../shared/documents";
import { movingTagFilters } from "../shared/imageTags";
import { physicalName } from "../shared/names";
import { surroundings } from "../shared/surroundings";
import { mergeTags } from "../shared/tags";
import { integerBetween, validated } from "../shared/validate";
import { version } from "../shared/version";
import { lifecycleDocument } from "./lifecycle";
import { isAccountId, pullStatements } from "./repositoryPolicy";

/** What an `ImageRepository` takes. */
export interface ImageRepositoryArgs {
  /** ARN of the customer managed key that encrypts the images. Changing it replaces the repository. */
  readonly encryptionKeyArn: Input<string>;
  /** Name of the repository; other stacks and accounts pull by it. Defaults to project, stack and component name. */
  readonly repositoryName?: Input<string>;
  /** Newest builds to keep, 2 to 1000, beside everything that runs, ran before or is promoted. Defaults to 30. */
  readonly keepReleases?: Input<number>;
  /** Days to keep images without any tag. Defaults to 7. */
  readonly keepUntaggedDays?: Input<number>;
  /** Ids of other accounts that may pull. Defaults to none. */
  readonly pullAccounts?: Input<Input<string>[]>;
  /** Whether deleting the repository deletes its images. Defaults to false. */
  readonly forceDelete?: Input<boolean>;
  /** Tags for every resource. Defaults to none. */
  readonly tags?: Input<Record<string, Input<string>>>;
}

/** An encrypted repository that scans every push, whose release tags never move and whose live images never expire. */
export class ImageRepository extends ComponentResource {
  /** Name of the repository. */
  public readonly repositoryName: Output<string>;
  /** ARN of the repository. */
  public readonly repositoryArn: Output<string>;
  /** URL to push to and pull from, without tag. */
  public readonly repositoryUrl: Output<string>;

  constructor(name: string, args: ImageRepositoryArgs, opts?: ComponentResourceOptions) {
    super("container-delivery:index:ImageRepository", name, { ...args, version }, opts);
    const check = `ImageRepository "${name}"`;
    const repositoryName = validated(check, "repositoryName", args.repositoryName ?? physicalName(name), nameProblem);
    const keepReleases = validated(check, "keepReleases", args.keepReleases ?? 30, integerBetween(2, 1000));
    const untaggedDays = validated(check, "keepUntaggedDays", args.keepUntaggedDays ?? 7, integerBetween(1, 365));

    const repository = new Repository(
      `${name}-repository`,
      {
        name: repositoryName,
        encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: args.encryptionKeyArn }],
        imageScanningConfiguration: { scanOnPush: true },
        imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
        imageTagMutabilityExclusionFilters: movingTagFilters.map((filter) => ({ filter, filterType: "WILDCARD" })),
        forceDelete: args.forceDelete ?? false,
        tags: mergeTags({ Name: repositoryName }, args.tags),
      },
      { parent: this },
    );
    new LifecyclePolicy(
      `${name}-lifecycle`,
      {
        repository: repository.name,
        policy: all([keepReleases, untaggedDays]).apply(([releases, days]) =>
          lifecycleDocument({ releases, untaggedDays: days }),
        ),
      },
      { parent: this },
    );
    if (args.pullAccounts !== undefined) {
      const accounts = validated(check, "pullAccounts", args.pullAccounts as Input<string[]>, accountsProblem);
      new RepositoryPolicy(
        `${name}-policy`,
        {
          repository: repository.name,
          policy: all([surroundings(opts), accounts]).apply(([where, ids]) =>
            resourceDocument(pullStatements(where, ids)),
          ),
        },
        { parent: this },
      );
    }

    this.repositoryName = repository.name;
    this.repositoryArn = repository.arn;
    this.repositoryUrl = repository.repositoryUrl;
    this.registerOutputs({
      repositoryName: this.repositoryName,
      repositoryArn: this.repositoryArn,
      repositoryUrl: this.repositoryUrl,
    });
  }
}

function nameProblem(name: string): string | undefined {
  const legal = /^(?=.{2,256}$)[a-z0-9]+([._/-][a-z0-9]+)*$/.test(name);
  return legal ? undefined : "Use 2 to 256 lower-case letters and digits, separated by single `.`, `_`, `-` or `/`.";
}

function accountsProblem(accounts: string[]): string | undefined {
  const legal = accounts.length > 0 && accounts.every(isAccountId);
  return legal ? undefined : "List account ids of 12 digits, or leave the property out.";
}
