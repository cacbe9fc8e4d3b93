import { readFileSync } from "node:fs";
import { resolve as resolvePath } from "node:path";
import { controls } from "../controls";
import { resolve } from "../shared/configuration/resolve";
import type { Resolved } from "../shared/configuration/resolve";
import { variableName } from "../shared/configuration/sources";
import type { Control } from "../shared/control";
import { leftoversOf } from "../shared/exemptions/leftovers";
import { Judgement } from "../shared/judgement/judgement";
import { fateOf } from "../shared/report/counts";
import { renderers, reportOf, write } from "../shared/report/renderers";
import type { Renderers } from "../shared/report/renderers";
import type { Report } from "../shared/report/report";
import { parseStack } from "./exportedStack";
import { packConfiguration } from "./packConfiguration";
import { reportText } from "./reportText";
import { stackConfiguration } from "./stackConfiguration";
import { UsageError } from "./usageError";

export interface CheckOptions {
  readonly config?: string;
  readonly stackConfig?: string;
  readonly environment?: string;
  readonly exemptions?: string;
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
    if (typeof target === "string") save(target, renderers[format](report));
  }
  const [format] = toOutput;
  const text = format ? renderers[format](report).trimEnd() : reportText(report);
  return { text, passed: report.counts.mandatory === 0 && report.problems.length === 0 && !stoppedByUnknown(report) };
}

async function judge(file: string, options: CheckOptions, all: readonly Control[]): Promise<Report> {
  const text = read(file);
  const exported = parseStack(text);
  const { config, stackConfig, environment, exemptions } = options;
  const configured = config === undefined ? undefined : packConfiguration(read(config), all);
  const resolved = resolve({
    controls: all,
    sources: {
      variables: {
        ...process.env,
        ...(environment !== undefined && { [variableName("environment")]: environment }),
        ...(exemptions !== undefined && { [variableName("exemptions")]: resolvePath(exemptions) }),
      },
      pack: configured?.get("settings")?.properties ?? {},
      stack: {
        ...exported.config,
        ...(stackConfig !== undefined && stackConfiguration(read(stackConfig), stackConfig)),
      },
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
  const { unmatched, unneeded } = leftoversOf(resolved.exemptions);
  const problems = [...resolved.problems, ...unmatched, ...exported.gaps];
  if (!exported.preview && text.includes('"ciphertext"') && isUndecided(judgement, resolved)) problems.push(encrypted);
  return reportOf(judgement.record, { ...resolved, problems }, exported, { notes: unneeded });
}

const encrypted =
  "The secrets in the file are encrypted, and controls that are mandatory could not look into them. Export the stack with `--show-secrets`.";

/** In an exported stack everything is known but what is encrypted: no later moment decides it. */
function isUndecided({ record }: Judgement, { levelOf }: Resolved): boolean {
  return record.findings.some((each) => fateOf(each) === "undecided" && levelOf(each.control) === "mandatory");
}

function stoppedByUnknown({ findings }: Report): boolean {
  return findings.some(({ outcome, level }) => outcome === "undecided" && level === "mandatory");
}

function save(target: string, text: string): void {
  try {
    write(target, text);
  } catch (error) {
    throw new UsageError(`${target} cannot be written: ${(error as Error).message}.`);
  }
}

function read(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}.`);
  }
}
