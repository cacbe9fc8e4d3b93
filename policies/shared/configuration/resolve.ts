import type { Control, Level } from "../control";
import type { Exemptions } from "../exemptions/exemptions";
import type * as reading from "../exemptions/read";
import type { Settings } from "../settings";
import { accountIds } from "./accountIds";
import type { Configured } from "./configured";
import { conflicts } from "./conflicts";
import { controlProblems } from "./controlConfiguration";
import { environmentOf } from "./environment";
import type { Input } from "./keys";
import { defaultLevel, levelInForce } from "./levels";
import type { ConfiguredLevel } from "./levels";
import { readInput } from "./sources";
import type { Sources } from "./sources";

/** Everything that is known before the first resource is judged. */
export interface Circumstances {
  readonly controls: readonly Control[];
  readonly sources: Sources;
  readonly stackName: string;
  readonly projectName: string;
  readonly preview: boolean;
  readonly stackTags: ReadonlyMap<string, string>;
  /** What the CLI configured, once it has. */
  readonly configured?: Configured;
  /** The levels that the pack announced, by control. */
  readonly announced: ReadonlyMap<string, ConfiguredLevel>;
  readonly now: Date;
  readonly isConfigured?: Settings["isConfigured"];
}

/** How to judge, read once and used for every resource. */
export interface Resolved {
  readonly settings: Settings;
  readonly input: Input;
  /** What is wrong with settings, configuration or exemptions: each a sentence. Nothing may be deployed while there are any. */
  readonly problems: readonly string[];
  readonly levelOf: (control: Control) => Level;
  readonly configOf: (control: Control) => object;
  readonly exemptions?: Exemptions;
}

/** Never throws: what is wrong becomes a problem, and the stack is judged as in the strictest environment. */
export function resolve(circumstances: Circumstances): Resolved {
  const { controls, configured, announced } = circumstances;
  const { input, problems } = readInput(circumstances.sources);
  problems.push(...conflicts(input), ...(configured ? controlProblems(controls, configured) : []));
  const exemptions = exemptionsOf(input, circumstances, problems);
  const named = environmentOf(input, circumstances.stackName, circumstances.stackTags);
  const environment = problems.length > 0 ? ({ ...named, kind: "prod", protected: true } as const) : named;
  const levels = new Map<string, Level>();
  const configs = new Map<string, object>();
  // With `all` the CLI sends nothing but the user's levels.
  const isAllGiven = configured?.get("all")?.level !== undefined;
  for (const control of controls) {
    const start = isAllGiven ? undefined : (announced.get(control.id) ?? defaultLevel(control, environment, input));
    levels.set(control.id, levelInForce(control, start, configured?.get(control.id)?.level, environment, input));
    configs.set(control.id, { ...defaultsOf(control), ...configured?.get(control.id)?.properties });
  }
  return {
    input,
    problems,
    settings: {
      environment,
      ownAccounts: [...new Set([...(input.accounts ?? []), ...allowedAccounts(circumstances.sources)])],
      trustedAccounts: input.trustedAccounts ?? [],
      trustedOrganizations: input.trustedOrganizations ?? [],
      onUnknown: input.onUnknown ?? (input.profile === "strict" ? "mandatory" : "advisory"),
      profile: input.profile ?? "baseline",
      preview: circumstances.preview,
      stackTags: circumstances.stackTags,
      ...(circumstances.isConfigured && { isConfigured: circumstances.isConfigured }),
    },
    levelOf: (control) => levels.get(control.id) ?? "mandatory",
    configOf: (control) => configs.get(control.id) ?? {},
    ...(exemptions && { exemptions }),
  };
}

export function defaultsOf(control: Control): object {
  const properties = Object.entries(control.configSchema?.properties ?? {});
  return Object.fromEntries(
    properties.filter(([, schema]) => schema.default !== undefined).map(([name, schema]) => [name, schema.default]),
  );
}

function exemptionsOf(
  input: Input,
  { controls, now, stackName, projectName }: Circumstances,
  problems: string[],
): Exemptions | undefined {
  if (input.exemptions === undefined) return undefined;
  // Loaded only here: most stacks have no exemptions, and the schema validator is the largest part of the pack.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { readExemptions } = require("../exemptions/read") as typeof reading;
  const read = readExemptions(input.exemptions, { controls, now, stackName, projectName });
  problems.push(...read.problems);
  return read.exemptions;
}

/** The accounts that the default AWS provider is allowed to work in. */
function allowedAccounts({ stack }: Sources): string[] {
  return accountIds(stack["aws:allowedAccountIds"]);
}
