import Ajv from "ajv";
import { parse } from "yaml";
import type { PolicyConfiguration } from "../shared/configuration/configured";
import { settingsPolicy } from "../shared/configuration/controlConfiguration";
import { keys } from "../shared/configuration/keys";
import type { ConfiguredLevel } from "../shared/configuration/levels";
import { didYouMean } from "../shared/configuration/nearest";
import type { Control } from "../shared/control";
import { UsageError } from "./usageError";

const levels = ["advisory", "mandatory", "remediate", "disabled"] as const satisfies readonly ConfiguredLevel[];

/** The file of `--policy-pack-config`, held against the same rules as by the CLI, and laid over what the pack announces. */
export function packConfiguration(text: string, all: readonly Control[]): Map<string, PolicyConfiguration> {
  const { environments: _, ...given } = objectIn(text);
  const faults: string[] = [];
  const own = new Map(Object.entries(given).map(([name, value]) => [name, configurationOf(name, value, faults)]));
  for (const [name, schema] of schemasOf(all)) faults.push(...faultsOf(name, own.get(name)?.properties, schema));
  if (faults.length > 0) throw new UsageError(faults.join("\n"));
  const level = own.get("all")?.level;
  const fallback = level === undefined ? [] : all.map(({ id }) => [id, { level, properties: {} }] as const);
  return new Map([
    ...fallback,
    ...[...own].map(([name, each]) => [name, { ...(level && { level }), ...each }] as const),
  ]);
}

function objectIn(text: string): Record<string, unknown> {
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    const [reason] = (error as Error).message.split("\n");
    throw new UsageError(`The policy configuration is no JSON: ${reason} Write it as {"ecr-kms-cmk": "mandatory"}.`);
  }
  // The CLI takes an empty file for no configuration.
  if (content === null && text.trim() === "") return {};
  if (typeof content === "object" && content !== null && !Array.isArray(content))
    return content as Record<string, unknown>;
  throw new UsageError('The policy configuration is no map of controls. Write it as {"ecr-kms-cmk": "mandatory"}.');
}

function configurationOf(name: string, value: unknown, faults: string[]): PolicyConfiguration {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const own = isObject ? (value as Record<string, unknown>) : { enforcementLevel: value };
  const { enforcementLevel, ...properties } = own;
  if (isObject && !Object.hasOwn(own, "enforcementLevel")) return { properties };
  const level = levels.find((each) => each === enforcementLevel);
  if (level) return { level, properties };
  const near = typeof enforcementLevel === "string" ? didYouMean(enforcementLevel, levels) : "";
  faults.push(`${name}: ${JSON.stringify(enforcementLevel)} is no level. Use one of ${levels.join(", ")}.${near}`);
  return { properties };
}

type Schema = NonNullable<Control["configSchema"]>;

function schemasOf(all: readonly Control[]): [name: string, schema: Schema][] {
  const settings = Object.fromEntries(Object.entries(keys).map(([name, { schema }]) => [name, schema]));
  const controls = all.flatMap(({ id, configSchema }): [string, Schema][] =>
    configSchema ? [[id, configSchema]] : [],
  );
  return [[settingsPolicy, { properties: settings }], ...controls];
}

function faultsOf(name: string, properties: object | undefined, schema: Schema): string[] {
  if (properties === undefined || Object.keys(properties).length === 0) return [];
  const validate = new Ajv({ strict: false, allErrors: true, verbose: true }).compile({ type: "object", ...schema });
  if (validate(properties)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params, data }) => {
    const { allowedValues } = params as { allowedValues?: readonly string[] };
    const expected = allowedValues ? `must be one of ${allowedValues.join(", ")}` : message;
    return `${name}: \`${instancePath.slice(1)}\` is ${JSON.stringify(data)}. It ${expected}.`;
  });
}
