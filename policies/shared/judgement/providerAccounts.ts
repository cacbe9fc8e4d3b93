import type { Resource } from "../resource";

/** The accounts that the resource's provider is allowed to work in. */
export function accountsOf({ provider }: Resource): string[] {
  const allowed = provider?.props.at("allowedAccountIds").raw;
  // The engine hands a provider's lists over as JSON.
  const ids: unknown = typeof allowed === "string" && allowed.startsWith("[") ? parse(allowed) : allowed;
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === "string" && /^\d{12}$/.test(id)) : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
