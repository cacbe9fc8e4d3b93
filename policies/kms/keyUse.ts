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

/** What a policy says wrong that does not let the service in. */
export function describeUse({ service, user, actions, sendsNoSource }: KeyUse): { what: string; fix: string } {
  return {
    what: `The key's policy does not let ${service} in, which ${user.name} (${user.type}) makes use the key`,
    fix: `Allow ${service} ${actions.join(", ")}${sendsNoSource ? ", without a condition on its source" : ""}.`,
  };
}
