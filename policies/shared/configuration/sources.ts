import { keyNames, keys } from "./keys";
import type { Input, Key } from "./keys";
import { didYouMean } from "./nearest";

export const namespace = "container-delivery-policies";
const variablePrefix = "CONTAINER_DELIVERY_POLICIES_";

/** Where settings come from, the strongest first. */
export interface Sources {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The properties of the policy `settings` in the policy pack's configuration. */
  readonly pack: Readonly<Record<string, unknown>>;
  /** The stack's configuration, keys in the form `namespace:name`. */
  readonly stack: Readonly<Record<string, string>>;
}

/** `onUnknown` is read from CONTAINER_DELIVERY_POLICIES_ON_UNKNOWN. */
export function variableName(key: string): string {
  return variablePrefix + key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** Reads every setting from the strongest source that has it. What is wrong is left out and told in `problems`. */
export function readInput(sources: Sources): { input: Input; problems: string[] } {
  const input: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const { origin, nameOf, values, write } of [fromStack(sources), fromPack(sources), fromVariables(sources)]) {
    for (const [written, raw] of values) {
      const name = nameOf(written);
      const key: Key | undefined = Object.hasOwn(keys, name) ? keys[name as keyof Input] : undefined;
      if (!key) {
        problems.push(`${origin} \`${written}\` is no setting.${didYouMean(name, keyNames, write)}`);
        continue;
      }
      const value = typeof raw === "string" ? parse(raw, key.kind) : raw;
      if (key.valid(value)) input[name] = value;
      else problems.push(`${origin} \`${written}\` is ${shown(raw)}. Set it to ${key.expected}.`);
    }
  }
  return { input, problems };
}

function fromStack({ stack }: Sources) {
  return {
    origin: "Stack configuration",
    nameOf: (written: string) => written.slice(namespace.length + 1),
    write: (name: string) => `${namespace}:${name}`,
    values: Object.entries(stack).filter(([name]) => name.startsWith(`${namespace}:`)),
  };
}

function fromPack({ pack }: Sources) {
  return {
    origin: "Policy configuration `settings`",
    nameOf: (written: string) => written,
    write: (name: string) => name,
    values: Object.entries(pack),
  };
}

function fromVariables({ variables }: Sources) {
  const known = new Map(keyNames.map((name) => [variableName(name), name as string]));
  return {
    origin: "Environment variable",
    write: variableName,
    // A misspelt variable is brought into the form of a setting, to be compared with the known ones.
    nameOf: (written: string) =>
      known.get(written) ??
      written
        .slice(variablePrefix.length)
        .toLowerCase()
        .replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    // An empty variable counts as unset: shells and CI systems cannot always leave one out.
    values: Object.entries(variables).filter(([name, value]) => name.startsWith(variablePrefix) && value !== ""),
  };
}

/** Stack configuration and variables are texts: lists as JSON or separated by commas, maps as JSON. */
function parse(raw: string, kind: Key["kind"]): unknown {
  const trimmed = raw.trim();
  if (kind === "boolean") return trimmed === "true" ? true : trimmed === "false" ? false : raw;
  if (kind === "list" && !trimmed.startsWith("[")) return trimmed.split(",").map((item) => item.trim());
  if (kind === "text") return trimmed;
  try {
    const value = JSON.parse(trimmed) as unknown;
    // Account ids without quotes are numbers in YAML.
    return Array.isArray(value)
      ? value.map((item: unknown) => (typeof item === "number" ? String(item) : item))
      : value;
  } catch {
    return raw;
  }
}

function shown(raw: unknown): string {
  const json = JSON.stringify(raw) ?? "nothing";
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}
