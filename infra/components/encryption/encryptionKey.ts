import { Alias } from "@pulumi/aws/kms/alias";
import { Key } from "@pulumi/aws/kms/key";
import { all, ComponentResource } from "@pulumi/pulumi";
import type { ComponentResourceOptions, Input, Output } from "@pulumi/pulumi";
import { resourceDocument } from "../shared/documents";
import { physicalName } from "../shared/names";
import { surroundings } from "../shared/surroundings";
import { mergeTags } from "../shared/tags";
import { integerBetween, oneOf, validated } from "../shared/validate";
import { version } from "../shared/version";
import { keyPolicy, KeyUser } from "./keyPolicy";

/** What an `EncryptionKey` takes. */
export interface EncryptionKeyArgs {
  /** What the key protects, in words; shown in the KMS console. */
  readonly description: Input<string>;
  /** Services that use the key in their own name, each a value of `KeyUser`. Defaults to none. */
  readonly users?: Input<Input<string>[]>;
  /** Days between the request to delete the key and its deletion, 7 to 30. Defaults to 30. */
  readonly deletionWindowInDays?: Input<number>;
  /** Days between automatic rotations, 90 to 365. Defaults to 365. */
  readonly rotationPeriodInDays?: Input<number>;
  /** Tags for every resource. Defaults to none. */
  readonly tags?: Input<Record<string, Input<string>>>;
}

/**
 * A customer managed key with rotation, an alias, and a policy that leaves the account's principals to IAM and admits
 * only the named services, each bound to this account.
 */
export class EncryptionKey extends ComponentResource {
  /** ARN of the key. */
  public readonly keyArn: Output<string>;
  /** Id of the key. */
  public readonly keyId: Output<string>;
  /** Name of the alias, beginning with `alias/`. */
  public readonly aliasName: Output<string>;

  constructor(name: string, args: EncryptionKeyArgs, opts?: ComponentResourceOptions) {
    super("container-delivery:index:EncryptionKey", name, { ...args, version }, opts);
    const check = `EncryptionKey "${name}"`;
    const users = validated(check, "users", (args.users ?? []) as Input<string[]>, (given) =>
      given.map(oneOf(KeyUser)).find((wayOut) => wayOut !== undefined),
    );
    const days = validated(check, "deletionWindowInDays", args.deletionWindowInDays ?? 30, integerBetween(7, 30));
    const period = validated(check, "rotationPeriodInDays", args.rotationPeriodInDays ?? 365, integerBetween(90, 365));

    const key = new Key(
      `${name}-key`,
      {
        description: args.description,
        enableKeyRotation: true,
        rotationPeriodInDays: period,
        deletionWindowInDays: days,
        policy: all([surroundings(opts), users]).apply(([where, known]) => resourceDocument(keyPolicy(where, known))),
        tags: mergeTags({ Name: physicalName(name) }, args.tags),
      },
      { parent: this },
    );
    const alias = new Alias(
      `${name}-alias`,
      { name: `alias/${physicalName(name)}`, targetKeyId: key.keyId },
      { parent: this },
    );

    this.keyArn = key.arn;
    this.keyId = key.keyId;
    this.aliasName = alias.name;
    this.registerOutputs({ keyArn: this.keyArn, keyId: this.keyId, aliasName: this.aliasName });
  }
}
