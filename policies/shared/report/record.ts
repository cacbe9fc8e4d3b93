import type { Control } from "../control";
import type { Judged } from "../judgement/judged";
import type { Resource } from "../resource";
import type { StackIndex } from "../stackIndex";

export interface Source {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What was judged so far, for the reports. A finding is kept once, however often the engine asks. */
export class JudgementRecord {
  private readonly byResource = new Map<string, readonly Judged[]>();
  private ofStack: readonly Judged[] = [];
  private readonly types = new Map<string, string>();
  private readonly covered: ReadonlySet<string>;
  private readonly sources = new Map<string, Source>();
  /** False until the whole stack was judged: an update that fails never gets there. */
  complete = false;

  constructor(controls: readonly Control[]) {
    this.covered = new Set(controls.flatMap(typesJudged));
  }

  resource(resource: Resource, judged: readonly Judged[]): void {
    // A resource after the whole stack is the first of another run.
    if (this.complete) this.begin();
    this.types.set(resource.urn, resource.type);
    this.byResource.set(resource.urn, judged);
  }

  stack(stack: StackIndex, judged: readonly Judged[]): void {
    for (const { urn, type } of stack.all) this.types.set(urn, type);
    this.ofStack = judged;
    this.complete = true;
  }

  private begin(): void {
    this.complete = false;
    this.ofStack = [];
    this.byResource.clear();
    this.types.clear();
  }

  /** Where the program made a resource. Only an exported state knows. */
  from(urn: string, source: Source): void {
    this.sources.set(urn, source);
  }

  sourceOf(urn: string): Source | undefined {
    return this.sources.get(urn);
  }

  get findings(): readonly Judged[] {
    return [...this.ofResources, ...this.ofStack];
  }

  /** What was found on single resources, before the whole stack was judged. */
  get ofResources(): readonly Judged[] {
    return [...this.byResource.values()].flat();
  }

  get resources(): number {
    return this.types.size;
  }

  /** AWS types that no control looks at: not compliant, only unknown. With the number of resources. */
  get uncovered(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const type of this.types.values()) {
      if (!type.startsWith("aws:") || this.covered.has(type)) continue;
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    return new Map([...counts].sort(([a], [b]) => a.localeCompare(b)));
  }
}

/** The types that the control says something about. Whether a resource has tags says nothing about how it is set up. */
function typesJudged({ reads }: Control): string[] {
  return Object.entries(reads)
    .filter(([, paths]) => paths.length === 0 || paths.some((path) => path !== "tags"))
    .map(([type]) => type);
}
