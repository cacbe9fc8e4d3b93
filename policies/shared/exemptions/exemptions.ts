import type { Control, Finding, Severity } from "../control";
import { warningDays } from "./schema";
import type { Written } from "./schema";

/** What an exemption means for one finding. */
export interface Exempted {
  readonly id: string;
  readonly owner: string;
  readonly reason: string;
  readonly expires: string;
  /** Negative once it has expired. */
  readonly daysLeft: number;
  readonly state: "in force" | "ending" | "expired";
}

/** Enough of a resource to find the exemptions that name it. */
export interface Place {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
}

/** The exemptions that concern this stack. Remembers which were used, so that none stays behind unnoticed. */
export class Exemptions {
  private readonly byPolicy = new Map<string, Written[]>();
  private readonly matched = new Set<string>();
  private readonly used = new Set<string>();

  constructor(
    readonly all: readonly Written[],
    private readonly now: Date,
  ) {
    for (const written of all)
      this.byPolicy.set(written.policy, [...(this.byPolicy.get(written.policy) ?? []), written]);
  }

  /** Tells that a resource exists. `ancestors`: the components around it, nearest first. */
  saw(place: Place, ancestors: readonly Place[]): void {
    for (const written of this.all) {
      if (!this.matched.has(written.id) && names(written, place, ancestors)) this.matched.add(written.id);
    }
  }

  /** The exemption for this finding, the one with the most days left first. Critical findings have none, unless the control allows it. */
  find(
    control: Control,
    finding: Finding & { severity: Severity },
    place: Place,
    ancestors: readonly Place[],
  ): Exempted | undefined {
    if (!isExemptable(control, finding.severity)) return undefined;
    const found = (this.byPolicy.get(control.id) ?? [])
      .filter((written) => names(written, place, ancestors))
      .filter((written) => written.path === undefined || written.path === finding.path)
      .filter((written) => written.detail === undefined || written.detail === finding.detail)
      .sort((a, b) => b.expires.localeCompare(a.expires))[0];
    if (!found) return undefined;
    this.matched.add(found.id);
    this.used.add(found.id);
    const daysLeft = daysUntil(found.expires, this.now);
    const { id, owner, reason, expires } = found;
    const state = daysLeft < 0 ? "expired" : daysLeft < warningDays ? "ending" : "in force";
    return { id, owner, reason, expires, daysLeft, state };
  }

  /** After the whole stack was seen: exemptions for resources that do not exist. */
  unmatched(): Written[] {
    return this.all.filter(({ id }) => !this.matched.has(id));
  }

  /** After the whole stack was judged: exemptions for resources that no longer need them. */
  unused(): Written[] {
    return this.all.filter(({ id }) => this.matched.has(id) && !this.used.has(id));
  }
}

export function isExemptable(control: Control, severity: Severity = control.severity): boolean {
  return control.exemptable ?? severity !== "critical";
}

/** Whole days from today to the last day on which something holds: 0 on that day itself. */
export function daysUntil(date: string, now: Date): number {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return Math.round((Date.parse(`${date}T00:00:00Z`) - today) / 86_400_000);
}

export function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

function names({ urn, type, name, component }: Written, place: Place, ancestors: readonly Place[]): boolean {
  if (urn !== undefined) return urn === place.urn;
  if (component === undefined) return isOf(type, place) && name === place.name;
  return [place, ...ancestors].some((each) =>
    typeof component === "string" ? each.urn === component : isOf(component.type, each) && each.name === component.name,
  );
}

/** A type as in the state, `aws:ecr/repository:Repository`, or as the CLI shows it, `aws:ecr:Repository`. */
function isOf(type: string | undefined, place: Place): boolean {
  return type === place.type || type === place.type.replace(/\/[^:]*/, "");
}
