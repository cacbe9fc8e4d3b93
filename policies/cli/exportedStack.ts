import { Node } from "../shared/node";
import type { Source } from "../shared/report/record";
import type { Resource, StackResource } from "../shared/resource";
import { stackProperties } from "../shared/judgement/stackProperties";
import { secretPaths } from "../shared/secretPaths";
import { StackIndex } from "../shared/stackIndex";
import { plainValue } from "./plainValue";
import { gapsOf } from "./gaps";
import { sourceOf } from "./source";
import { nameOf, statesIn } from "./stateFile";
import type { State } from "./stateFile";

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

/** Reads `pulumi stack export`, a checkpoint of a file backend, or `pulumi preview --json`. */
export function parseStack(text: string): ExportedStack {
  const { states, content } = statesIn(text);
  const [, stack = "", project = ""] = /^urn:pulumi:([^:]+)::([^:]+)::/.exec(states[0]?.urn ?? "") ?? [];
  const byUrn = new Map(states.map((state) => [state.urn, state]));
  return {
    project,
    stack,
    preview: content.steps !== undefined,
    config: textsOf(content.config ?? {}),
    resources: states.map((state) => resourceOf(state, state.inputs, byUrn)),
    index: indexOf(states, byUrn),
    sources: new Map(states.flatMap(sourceOf)),
    gaps: gapsOf(content),
  };
}

/** Without what a preview keeps secret. */
function textsOf(config: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function resourceOf(state: State, properties: object | null | undefined, byUrn: ReadonlyMap<string, State>): Resource {
  const { urn, type, parent } = state;
  const provider = byUrn.get((state.provider ?? "").replace(/::[^:]*$/, ""));
  return {
    urn,
    type,
    name: nameOf(urn),
    props: new Node(plainValue(properties ?? {})),
    secrets: secretPaths(properties),
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
    const resource = resourceOf(state, stackProperties(state.outputs ?? {}, state.inputs ?? undefined), byUrn);
    made.set(state.urn, { ...resource, dependencies: [], propertyDependencies: {} });
  }
  const find = (urns: readonly string[] | null | undefined) => (urns ?? []).flatMap((urn) => made.get(urn) ?? []);
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
