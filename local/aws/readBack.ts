import { CHOSEN } from "./check";
import type { Properties } from "./values";
import { containsSecret, reveal, same, secret } from "./values";

/** Inputs after a refresh: what is stored now, in the user's own words where it means the same. */
export function refreshed(oldInputs: Properties, stored: Properties): Properties {
  const inputs: Properties = {};
  for (const [name, old] of Object.entries(oldInputs)) {
    const now = name === CHOSEN ? old : stored[name];
    if (now === undefined) continue;
    if (same(reveal(old), reveal(now))) inputs[name] = old;
    else inputs[name] = containsSecret(old) ? secret(reveal(now)) : now;
  }
  return inputs;
}

/** Write-only values are stored, because drift of them is of interest, and never read back. */
export function visible(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !name.startsWith("__") && !/Wo$/.test(name)));
}
