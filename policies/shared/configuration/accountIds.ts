/** The account ids in a provider's setting: a list, or the JSON text that the engine makes of one. Unquoted in YAML they are numbers. */
export function accountIds(raw: unknown): string[] {
  const ids = typeof raw === "string" ? parse(raw) : raw;
  return Array.isArray(ids) ? ids.map(String).filter((id) => /^\d{12}$/.test(id)) : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
