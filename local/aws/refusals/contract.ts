import type { TypeSchema } from "../schema";

/** Stands for a value that is not known yet (in preview). Nothing is ever refused because of it. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What is about to be done to one resource; secrets in `inputs` and `old` are already unwrapped. */
export interface Call {
  operation: "check" | "create" | "update" | "delete";
  /** The type token, for example `aws:ecr/repository:Repository`. */
  type: string;
  urn: string;
  inputs: Record<string, unknown>;
  /** The previous inputs, on an update. */
  old?: Record<string, unknown>;
  /** The resource's own id: on update and delete, and on a create that resumes an interrupted one. */
  id?: string;
  region: string;
  account: string;
  store: StoreReader;
  schema: TypeSchema;
}

export interface StoreReader {
  /** Every stored resource of the type; accepts a type token. */
  all(type: string): StoredResource[];
  byId(type: string, id: string): StoredResource | undefined;
  byArn(arn: string): StoredResource | undefined;
}

export interface StoredResource {
  type: string;
  id: string;
  urn: string;
  inputs: Record<string, unknown>;
  /**
   * Everything the resource reads back. Two outputs are not AWS's: `__contents`, the object keys or image digests
   * that somebody other than Pulumi put into a bucket or repository, and `__region`, where the resource lies.
   */
  outputs: Record<string, unknown>;
}

export interface Refusal {
  /** AWS's own error code, for example `RepositoryNotEmptyException`. */
  code: string;
  /** Names the property, the value and the way out. */
  message: string;
  /** The input it is about, in Pulumi's path form, for example `encryptionConfigurations[0].kmsKey`. */
  property?: string;
}
