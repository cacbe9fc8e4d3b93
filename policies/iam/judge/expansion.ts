import { isWildcardOnly } from "../../documents/conditions";
import { matches } from "../../documents/glob";
import { Recent } from "../../shared/recent";
import { type Action, actionsOfService } from "./actionData";

/**
 * What an Action text stands for.
 * `all`: every action of AWS. `services`: a wildcard in the service. `service`: every action of one. `some`: a wildcard in
 * the action. `one`: no wildcard. `none`: nothing AWS knows.
 */
export interface Expansion {
  readonly kind: "all" | "services" | "service" | "some" | "one" | "none";
  /** Empty for `all`, `services` and `none`. */
  readonly actions: readonly Action[];
}

const nothing: Expansion = { kind: "none", actions: [] };
const expansions = new Recent<Expansion>(2000);

/** Actions are case-insensitive; each text is looked up once. */
export function expand(text: string): Expansion {
  const pattern = text.toLowerCase();
  return expansions.get(pattern, () => expansionOf(pattern));
}

function expansionOf(pattern: string): Expansion {
  const [service, ...rest] = pattern.split(":") as [string, ...string[]];
  if ([service, ...rest].every(isWildcardOnly)) return { kind: "all", actions: [] };
  if (/[*?]/.test(service)) return { kind: "services", actions: [] };
  const data = actionsOfService(service);
  if (!data) return nothing;
  const name = rest.join(":");
  if (!/[*?]/.test(name)) {
    const action = data.get(name);
    return action ? { kind: "one", actions: [action] } : nothing;
  }
  const actions = [...data].filter(([key]) => matches(name, key)).map(([, action]) => action);
  if (actions.length === 0) return nothing;
  return { kind: isWildcardOnly(name) ? "service" : "some", actions };
}
