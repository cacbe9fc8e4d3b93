import { accountOf, mayBeOwn } from "../documents/accounts";
import type { Principal } from "../documents/principal";
import type { Statement } from "../documents/statement";
import type { Node } from "../shared/node";
import type { Settings } from "../shared/settings";
import { isAccount } from "./keyDocument";

/** Whether the principal is the own account as a whole. One that is not known yet is: others are written down. */
export function isOwnAccount({ type, value }: Principal, settings: Settings): boolean {
  if (value.isUnknown) return true;
  return type === "AWS" && isAccount(value) && mayBeOwn(accountOf(String(value.raw)) ?? "", settings);
}

/** In a key's policy `*` is the key itself. An alias, or a resource of another kind, is nothing there. */
export function isKey(resource: Node): boolean {
  return resource.isUnknown || /^\*$|:key\//.test(String(resource.raw));
}

/** Whether something is not known yet that makes the statement the account's own one, or not. */
export function isOpenYet({ node }: Statement): boolean {
  return ["Effect", "Principal", "Action"].some((element) => node.at(element).isUnknown);
}
