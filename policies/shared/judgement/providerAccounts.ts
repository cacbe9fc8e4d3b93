import { accountIds } from "../configuration/accountIds";
import type { Resource } from "../resource";

/** The accounts that the resource's provider is allowed to work in. */
export function accountsOf({ provider }: Resource): string[] {
  return accountIds(provider?.props.at("allowedAccountIds").raw);
}
