import { undecidedLevel } from "../configuration/levels";
import type { Resolved } from "../configuration/resolve";
import type { Context, Control, Finding } from "../control";
import { evaluate, evaluateStack } from "../evaluate";
import type { Place } from "../exemptions/exemptions";
import { DeclaredIntents } from "../intent";
import { JudgementRecord } from "../report/record";
import type { Resource } from "../resource";
import { touchesSecret } from "../secretPaths";
import type { Settings } from "../settings";
import type { StackIndex } from "../stackIndex";
import { ControlsByType } from "./controlsByType";
import type { Judged } from "./judged";
import { malformedOnce } from "./malformedOnce";
import { accountsOf } from "./providerAccounts";

/** Judges the resources of one preview or update, one after the other, then the whole stack. */
export class Judgement {
  readonly record: JudgementRecord;
  private readonly byType: ControlsByType;
  private readonly intents = new DeclaredIntents();
  private readonly places = new Map<string, Place & { parent?: string; secrets?: ReadonlySet<string> }>();
  private readonly inputs = new Map<string, object>();
  private readonly settingsByAccounts = new Map<string, Settings>();

  constructor(private readonly controls: readonly Control[]) {
    this.byType = new ControlsByType(controls);
    this.record = new JudgementRecord(controls);
  }

  /** The inputs of a resource that was judged before. */
  readonly inputsOf = (urn: string): object | undefined => this.inputs.get(urn);

  async resource(resource: Resource, resolved: Resolved): Promise<Judged[]> {
    this.see(resource, resolved);
    this.inputs.set(resource.urn, resource.props.raw as object);
    const settings = this.settingsFor(resolved, accountsOf(resource));
    const judged: Judged[] = [];
    for (const control of this.byType.of(resource.type)) {
      if (!control.check || resolved.levelOf(control) === "disabled") continue;
      const findings = await evaluate(control, resource, this.context(control, resolved, settings));
      judged.push(...this.weigh(control, findings, resolved));
    }
    const told = malformedOnce(judged);
    this.record.resource(resource, told);
    return told;
  }

  async stack(stack: StackIndex, resolved: Resolved): Promise<Judged[]> {
    for (const resource of stack.all) this.see(resource, resolved, resource.parent?.urn);
    const settings = this.settingsFor(resolved, stack.all.flatMap(accountsOf));
    const judged: Judged[] = [];
    for (const control of this.controls) {
      if (!control.checkStack || resolved.levelOf(control) === "disabled") continue;
      const findings = await evaluateStack(control, stack, this.context(control, resolved, settings));
      judged.push(...this.weigh(control, findings, resolved));
    }
    const told = malformedOnce(judged, this.record.ofResources);
    this.record.stack(stack, told);
    return told;
  }

  private see(resource: Resource, { exemptions }: Resolved, parent = resource.opts.parent): void {
    this.intents.remember(resource);
    const { urn, type, name, secrets } = resource;
    this.places.set(urn, { urn, type, name, ...(parent !== undefined && { parent }), ...(secrets && { secrets }) });
    exemptions?.saw({ urn, type, name }, this.ancestors(urn));
  }

  private weigh(control: Control, findings: readonly Finding[], resolved: Resolved): Judged[] {
    const level = resolved.levelOf(control);
    return findings.map((finding) => {
      const known = this.places.get(finding.urn);
      const place = known ?? { urn: finding.urn, type: "", name: "" };
      // Whatever a control shows: what the program marked as secret is not for others to read.
      const hidden = finding.shown !== undefined && known?.secrets && touchesSecret(finding.path, known.secrets);
      const severity = finding.severity ?? control.severity;
      const exemption = resolved.exemptions?.find(control, { ...finding, severity }, place, this.ancestors(place.urn));
      const own = finding.outcome === "undecided" ? undecidedLevel(level, resolved.settings.onUnknown) : level;
      return {
        ...finding,
        ...(hidden && { shown: "[redacted]" }),
        control,
        severity,
        type: place.type,
        name: place.name,
        level: own === "mandatory" && (!exemption || exemption.state === "expired") ? "mandatory" : "advisory",
        ...(exemption && { exemption }),
      };
    });
  }

  private ancestors(urn: string): Place[] {
    const result: Place[] = [];
    for (let parent = this.places.get(urn)?.parent; parent !== undefined;) {
      const place = this.places.get(parent);
      if (!place || result.includes(place)) break;
      result.push(place);
      parent = place.parent;
    }
    return result;
  }

  private context(control: Control, resolved: Resolved, settings: Settings): Context {
    return { config: resolved.configOf(control), settings, declaredIntent: this.intents.of };
  }

  /** A provider that may only work in certain accounts says whose account this is. */
  private settingsFor({ settings }: Resolved, accounts: readonly string[]): Settings {
    if (accounts.length === 0) return settings;
    const ownAccounts = [...new Set([...settings.ownAccounts, ...accounts])].sort();
    const key = ownAccounts.join();
    const known = this.settingsByAccounts.get(key);
    if (known && known.environment === settings.environment) return known;
    const made = { ...settings, ownAccounts };
    this.settingsByAccounts.set(key, made);
    return made;
  }
}
