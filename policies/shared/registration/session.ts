import * as pulumi from "@pulumi/pulumi";
import type { Configured, Overrides } from "../configuration/configured";
import { configuredTexts } from "../configuration/configuredTexts";
import { settingsPolicy, summaryPolicy } from "../configuration/controlConfiguration";
import { environmentOf } from "../configuration/environment";
import { defaultLevel } from "../configuration/levels";
import type { ConfiguredLevel } from "../configuration/levels";
import { defaultsOf, resolve } from "../configuration/resolve";
import type { Resolved } from "../configuration/resolve";
import { readInput } from "../configuration/sources";
import type { Sources } from "../configuration/sources";
import type { Control } from "../control";
import { Judgement } from "../judgement/judgement";
import { ReportFiles } from "../report/files";
import { stackName } from "./stackName";

type Tags = ReadonlyMap<string, string>;

/** One run of the pack: the engine starts it anew for every preview and update, when the stack is known. */
export class Session {
  readonly judgement: Judgement;
  readonly reports: ReportFiles;
  readonly announced: ReadonlyMap<string, ConfiguredLevel>;
  /** What the policy `settings` has said in this run. */
  readonly told = new Set<string>();
  private readonly stackConfiguration: Readonly<Record<string, string>>;
  private configured?: Configured;
  private resolved?: { tags: string; made: Resolved };

  constructor(
    readonly controls: readonly Control[],
    /** The paths of secrets by the URN of a resource. Absent where nobody watches the wire. */
    readonly secretsOf?: (urn: string) => ReadonlySet<string>,
  ) {
    this.judgement = new Judgement(controls);
    this.reports = new ReportFiles(this.judgement.record, { stack: stackName(), project: pulumi.getProject() });
    this.stackConfiguration = { ...pulumi.runtime.allConfig() };
    this.announced = this.announce();
  }

  /** Called with what the CLI configured. Returns the levels that the SDK has to go by instead. */
  configure(configured: Configured): Overrides {
    this.configured = configured;
    this.resolved = undefined;
    const { input } = readInput(this.sources());
    // These two do the work of all others: `all: disabled` must not switch off what is switched on by name.
    const overrides = new Map<string, ConfiguredLevel>([
      [settingsPolicy, "mandatory"],
      [summaryPolicy, "advisory"],
    ]);
    for (const control of this.controls) {
      const level = configured.get(control.id)?.level ?? this.announced.get(control.id);
      if (control.remediate && input.remediate && level !== "disabled") overrides.set(control.id, "remediate");
    }
    return overrides;
  }

  /** Whether the CLI's configuration arrived by the way that shows all of it. */
  get isConfigured(): boolean {
    return this.configured !== undefined;
  }

  /** Whether the user wants to see the summary. */
  get isSummaryWanted(): boolean {
    return this.configured?.get(summaryPolicy)?.level !== "disabled";
  }

  resolve(stackTags: Tags): Resolved {
    const tags = JSON.stringify([...stackTags]);
    if (this.resolved?.tags !== tags) {
      const made = resolve({
        controls: this.controls,
        sources: this.sources(),
        stackName: stackName(),
        projectName: pulumi.getProject(),
        preview: pulumi.runtime.isDryRun(),
        stackTags,
        announced: this.announced,
        now: new Date(),
        isConfigured: configuredTexts(this.stackConfiguration),
        ...(this.configured && { configured: this.configured }),
      });
      this.resolved = { tags, made };
    }
    return this.resolved.made;
  }

  /** After the stack: another run in the same process reads its exemptions anew, and says again what is wrong. */
  ended(): void {
    this.told.clear();
    this.resolved = undefined;
  }

  /** For a control that runs as a policy of its own: the SDK knows its level and configuration. */
  resolveFor(control: Control, stackTags: Tags, config: object): Resolved {
    const resolved = this.resolve(stackTags);
    return { ...resolved, levelOf: () => "mandatory", configOf: () => ({ ...defaultsOf(control), ...config }) };
  }

  private sources(): Sources {
    const pack = this.configured?.get(settingsPolicy)?.properties ?? {};
    return { variables: process.env, pack, stack: this.stackConfiguration };
  }

  /** The levels that the CLI is told at start: they show in its metadata, and are what an unconfigured control has. */
  private announce(): Map<string, ConfiguredLevel> {
    const { input } = readInput(this.sources());
    const environment = environmentOf(input, stackName(), new Map());
    return new Map(
      this.controls.map((control) => {
        const level = defaultLevel(control, environment, input);
        return [control.id, control.remediate && input.remediate && level !== "disabled" ? "remediate" : level];
      }),
    );
  }
}
