import { Node } from "../shared/node";
import type { Source } from "../shared/report/record";
import type { Resource, StackResource } from "../shared/resource";
import { StackIndex } from "../shared/stackIndex";
import { UsageError } from "./usageError";
import { plainValue } from "./plainValue";

/** A stack as a file shows it. */
export interface ExportedStack {
  readonly project: string;
  readonly stack: string;
  readonly preview: boolean;
  readonly config: Readonly<Record<string, string>>;
  /** With inputs, parents first: as the engine would have them judged one by one. */
  readonly resources: readonly Resource[];
  /** With outputs. */
  readonly index: StackIndex;
  readonly sources: ReadonlyMap<string, Source>;
  /** Why the file does not show the whole stack. */
  readonly gaps: readonly string[];
}

interface State {
  readonly urn: string;
  readonly type: string;
  readonly inputs?: Record<string, unknown>;
  readonly outputs?: Record<string, unknown>;
  readonly parent?: string;
  readonly provider?: string;
  readonly protect?: boolean;
  readonly delete?: boolean;
  readonly ignoreChanges?: string[];
  readonly dependencies?: string[];
  readonly propertyDependencies?: Record<string, string[]>;
  readonly sourcePosition?: string;
}

interface Step {
  readonly op: string;
  readonly newState?: State;
}

interface Content {
  readonly deployment?: { resources?: State[] };
  readonly checkpoint?: { latest?: { resources?: State[] } };
  readonly steps?: Step[];
  readonly config?: Record<string, string>;
  readonly changeSummary?: Record<string, number>;
}

/** Reads `pulumi stack export`, a checkpoint of a file backend, or `pulumi preview --json`. */
export function parseStack(text: string): ExportedStack {
  let content: Content;
  try {
    content = JSON.parse(text) as Content;
  } catch (error) {
    throw new UsageError(
      `The file is no JSON: ${(error as Error).message}. Use the output of \`pulumi stack export\`.`,
    );
  }
  const states = statesOf(content);
  if (!states) {
    throw new UsageError(
      "The file is neither an exported stack nor a preview. Use `pulumi stack export` or `pulumi preview --json --show-sames`.",
    );
  }
  const [, stack = "", project = ""] = /^urn:pulumi:([^:]+)::([^:]+)::/.exec(states[0]?.urn ?? "") ?? [];
  const byUrn = new Map(states.map((state) => [state.urn, state]));
  const unchanged = content.changeSummary?.["same"] ?? 0;
  const shown = content.steps?.filter(({ op }) => op === "same").length ?? unchanged;
  return {
    project,
    stack,
    preview: content.steps !== undefined,
    config: content.config ?? {},
    resources: states.map((state) => resourceOf(state, state.inputs, byUrn)),
    index: indexOf(states, byUrn),
    sources: new Map(states.flatMap(sourceOf)),
    // The stack itself is always shown, and providers never.
    gaps:
      unchanged > 0 && shown <= 1 ? ["The preview leaves out unchanged resources. Run it with `--show-sames`."] : [],
  };
}

function statesOf({ deployment, checkpoint, steps }: Content): State[] | undefined {
  if (!steps) {
    const states = deployment?.resources ?? checkpoint?.latest?.resources;
    return states?.filter((state) => !state.delete);
  }
  const latest = new Map<string, State>();
  for (const { op, newState } of steps) if (newState && !op.startsWith("delete")) latest.set(newState.urn, newState);
  return [...latest.values()];
}

function resourceOf(state: State, properties: object | undefined, byUrn: ReadonlyMap<string, State>): Resource {
  const { urn, type, parent } = state;
  const provider = byUrn.get((state.provider ?? "").replace(/::[^:]*$/, ""));
  return {
    urn,
    type,
    name: nameOf(urn),
    props: new Node(plainValue(properties ?? {})),
    opts: {
      protect: state.protect ?? false,
      ignoreChanges: state.ignoreChanges ?? [],
      ...(parent !== undefined && { parent }),
    },
    ...(provider && {
      provider: {
        type: provider.type,
        urn: provider.urn,
        name: nameOf(provider.urn),
        props: new Node(plainValue(provider.inputs ?? {})),
      },
    }),
  };
}

function indexOf(states: readonly State[], byUrn: ReadonlyMap<string, State>): StackIndex {
  const made = new Map<string, { -readonly [K in keyof StackResource]: StackResource[K] }>();
  for (const state of states) {
    const resource = resourceOf(state, { ...state.inputs, ...state.outputs }, byUrn);
    made.set(state.urn, { ...resource, dependencies: [], propertyDependencies: {} });
  }
  const find = (urns: readonly string[] | undefined) => (urns ?? []).flatMap((urn) => made.get(urn) ?? []);
  for (const state of states) {
    const own = made.get(state.urn);
    if (!own) continue;
    const parent = state.parent === undefined ? undefined : made.get(state.parent);
    if (parent) own.parent = parent;
    own.dependencies = find(state.dependencies);
    own.propertyDependencies = Object.fromEntries(
      Object.entries(state.propertyDependencies ?? {}).map(([property, urns]) => [property, find(urns)]),
    );
  }
  return new StackIndex([...made.values()]);
}

function sourceOf({ urn, sourcePosition }: State): [string, Source][] {
  const [, file, line, column] = /^project:\/+(.+)#(\d+)(?:,(\d+))?$/.exec(sourcePosition ?? "") ?? [];
  if (file === undefined) return [];
  return [[urn, { file: decodeURI(file), line: Number(line), column: Number(column ?? 1) }]];
}

function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
