import type { StackResource } from "../shared/resource";

/** One service that uses a key in its own name. */
export interface KeyUse {
  readonly service: string;
  /** The resource that makes it. */
  readonly user: StackResource;
  /** What the service must be allowed. */
  readonly actions: readonly string[];
  /** Conditions on whose behalf it comes shut it out. */
  readonly sendsNoSource?: boolean;
}

/** What a service needs to put data into something encrypted. */
export const sending: readonly string[] = ["kms:Decrypt", "kms:GenerateDataKey"];
