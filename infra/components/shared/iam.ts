import { Role } from "@pulumi/aws/iam/role";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy";
import { all, output } from "@pulumi/pulumi";
import type { CustomResourceOptions, Input, Output, Unwrap } from "@pulumi/pulumi";
import type { Surroundings } from "./arns";
import { identityDocument, resourceDocument } from "./documents";
import type { IntentStatement } from "./intent";
import { physicalName } from "./names";

export interface RoleDefinition {
  /** What the role is for, in words. */
  readonly description: string;
  /** Service that assumes the role, without domain: `codebuild`. */
  readonly service: string;
  /** The account the role lives in: services act for nobody else with it. */
  readonly where: Output<Surroundings>;
  /** ARN, or pattern with wildcards, of what the service must act for. Defaults to anything in the account. */
  readonly sourceArn?: Input<string>;
  /** What the role may do; the component declares the same as its intent. */
  readonly statements: Input<Input<IntentStatement>[]>;
  /** IAM path, beginning and ending with a slash. Defaults to `/`. */
  readonly path?: string;
  /** ARN of a permissions boundary. Defaults to none. */
  readonly permissionsBoundary?: Input<string>;
  readonly tags?: Input<Record<string, Input<string>>>;
}

/** A role and the policy that whoever uses the role must wait for. */
export interface ServiceRole {
  readonly role: Role;
  readonly policy: RolePolicy;
  readonly arn: Output<string>;
}

/** The physical name that `createRole(name, …)` gives, for documents that must know the role's ARN before it exists. */
export const roleName = (name: string): string => physicalName(name, 64);

/** The only place where roles are made: trust bound to this account, one inline policy, nothing attached. */
export function createRole(name: string, definition: RoleDefinition, opts: CustomResourceOptions): ServiceRole {
  const { description, service, where, sourceArn, statements, path, permissionsBoundary, tags } = definition;
  const role = new Role(
    name,
    {
      name: roleName(name),
      description,
      path: path ?? "/",
      assumeRolePolicy: all([where, sourceArn]).apply(([{ account }, arn]) => trust(service, account, arn)),
      permissionsBoundary,
      tags,
    },
    opts,
  );
  const document = output(statements).apply((known: Unwrap<IntentStatement>[]) => identityDocument(known));
  const policy = new RolePolicy(`${name}-policy`, { name: "permissions", role: role.name, policy: document }, opts);
  return { role, policy, arn: role.arn };
}

/** Services hand out roles on anybody's behalf unless the trust names whom they may act for. */
export function trust(service: string, account: string, sourceArn?: string): string {
  return resourceDocument([
    {
      Sid: "OnlyForThisAccount",
      Effect: "Allow",
      Principal: { Service: `${service}.amazonaws.com` },
      Action: "sts:AssumeRole",
      Condition: {
        StringEquals: { "aws:SourceAccount": account },
        ...(sourceArn !== undefined && { ArnLike: { "aws:SourceArn": sourceArn } }),
      },
    },
  ]);
}
