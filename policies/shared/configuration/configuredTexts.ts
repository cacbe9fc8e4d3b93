/** Shorter texts are too common to tell where a longer one comes from. */
const telling = 8;

/** Namespaces of providers' own settings: a region or a profile says nothing about a secret. */
const providers = /^(aws|pulumi):/;

/**
 * Tells whether a value was given by the stack's configuration: it is one of its texts, holds one as a leaf of JSON, or
 * is made around one. The engine hands the configuration over opened, without telling which of it is secret.
 */
export function configuredTexts(config: Readonly<Record<string, string>>): (value: string) => boolean {
  const own = Object.entries(config).filter(([key]) => !providers.test(key));
  const texts = new Set(own.flatMap(([, value]) => [value, ...leavesOf(value)]).filter((text) => text !== ""));
  return (value) =>
    [value, ...leavesOf(value)].some((leaf) => texts.has(leaf)) ||
    [...texts].some((text) => text.length >= telling && (value.includes(text) || value.includes(escaped(text))));
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** The texts inside a JSON document. */
function leavesOf(text: string): string[] {
  if (!/^\s*[[{]/.test(text)) return [];
  const leaves: string[] = [];
  try {
    JSON.parse(text, (_key, value: unknown) => {
      if (typeof value === "string") leaves.push(value);
      return value;
    });
  } catch {
    return [];
  }
  return leaves;
}
