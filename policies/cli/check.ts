import { readFileSync } from "node:fs";
import { parse as parseYaml } from "yaml";
import { controls } from "../controls";
import type { PolicyConfiguration } from "../shared/configuration/configured";
import type { ConfiguredLevel } from "../shared/configuration/levels";
import { resolve } from "../shared/configuration/resolve";
import type { Control } from "../shared/control";
import { Judgement } from "../shared/judgement/judgement";
import { renderers, reportOf, write } from "../shared/report/renderers";
import type { Renderers } from "../shared/report/renderers";
import type { Report } from "../shared/report/report";
import { parseStack } from "./exportedStack";
import { reportText } from "./reportText";
import { UsageError } from "./usageError";

export interface CheckOptions {
  readonly config?: string;
  readonly stackConfig?: string;
  readonly json?: string | true;
  readonly sarif?: string | true;
  readonly html?: string | true;
}

const formats = ["json", "sarif", "html"] as const satisfies readonly (keyof Renderers)[];

/** Judges a file as the engine would have its stack judged. `text` is what belongs on the standard output. */
export async function check(
  file: string,
  options: CheckOptions,
  all: readonly Control[] = controls,
): Promise<{ text: string; passed: boolean }> {
  const toOutput = formats.filter((format) => options[format] === true);
  if (toOutput.length > 1)
    throw new UsageError(`Only one report can go to standard output. Name a file for --${toOutput[1]}.`);
  const report = await judge(file, options, all);
  for (const format of formats) {
    const target = options[format];
    if (typeof target === "string") write(target, renderers[format](report));
  }
  const [format] = toOutput;
  const text = format ? renderers[format](report).trimEnd() : reportText(report);
  return { text, passed: report.counts.mandatory === 0 && report.problems.length === 0 && !stoppedByUnknown(report) };
}

async function judge(file: string, options: CheckOptions, all: readonly Control[]): Promise<Report> {
  const exported = parseStack(read(file));
  const { config, stackConfig } = options;
  const configured = config === undefined ? undefined : configuredOf(read(config), all);
  const resolved = resolve({
    controls: all,
    sources: {
      variables: process.env,
      pack: configured?.get("settings")?.properties ?? {},
      stack: { ...exported.config, ...(stackConfig !== undefined && stackConfigOf(read(stackConfig))) },
    },
    stackName: exported.stack,
    projectName: exported.project,
    preview: exported.preview,
    stackTags: new Map(),
    announced: new Map(),
    now: new Date(),
    ...(configured && { configured }),
  });
  const judgement = new Judgement(all);
  for (const resource of exported.resources) await judgement.resource(resource, resolved);
  await judgement.stack(exported.index, resolved);
  for (const [urn, source] of exported.sources) judgement.record.from(urn, source);
  const leftovers = (resolved.exemptions?.unmatched() ?? []).map(
    ({ id, policy }) => `Exemption ${id} (${policy}) names no resource of this stack.`,
  );
  const problems = [...resolved.problems, ...leftovers, ...exported.gaps];
  return reportOf(judgement.record, { ...resolved, problems }, exported);
}

function stoppedByUnknown({ findings }: Report): boolean {
  return findings.some(({ outcome, level }) => outcome === "undecided" && level === "mandatory");
}

function read(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}.`);
  }
}

const levels: readonly string[] = ["advisory", "mandatory", "remediate", "disabled"];

/** The file of `--policy-pack-config`, laid over what the pack announces as the CLI does it. */
export function configuredOf(text: string, all: readonly Control[]): Map<string, PolicyConfiguration> {
  const given = parseYaml(text) as Record<string, string | Record<string, unknown>>;
  const configured = new Map<string, PolicyConfiguration>();
  const fallback = typeof given["all"] === "string" ? given["all"] : undefined;
  const names = new Set([...(fallback === undefined ? [] : all.map(({ id }) => id)), ...Object.keys(given)]);
  for (const name of names) {
    const own = given[name] ?? {};
    const { enforcementLevel = fallback, ...properties } = typeof own === "string" ? { enforcementLevel: own } : own;
    if (enforcementLevel !== undefined && !levels.includes(String(enforcementLevel))) {
      throw new UsageError(
        `${name}: ${JSON.stringify(enforcementLevel)} is no level. Use one of ${levels.join(", ")}.`,
      );
    }
    const level = enforcementLevel as ConfiguredLevel | undefined;
    configured.set(name, { ...(level !== undefined && { level }), properties });
  }
  return configured;
}

/** `config:` of a stack's file, as the engine hands it over: all values are texts. */
function stackConfigOf(text: string): Record<string, string> {
  const { config } = (parseYaml(text) ?? {}) as { config?: Record<string, unknown> };
  return Object.fromEntries(
    Object.entries(config ?? {}).map(([key, value]) => [
      key,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
}
