import type { Source } from "../shared/report/record";
import { secretSignature, signatureKey } from "../shared/secretPaths";
import { UsageError } from "./usageError";

/** A preview writes `[secret]` in place of a secret. */
const closedSecret = { [signatureKey]: secretSignature };

/** A resource as Pulumi writes it into files. */
export interface State {
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

/** The resources of an exported stack, of a checkpoint of a file backend, or of a preview. */
export function statesIn(text: string): { states: State[]; content: Content } {
  let content: Content;
  try {
    content = JSON.parse(text, (_, value: unknown) => (value === "[secret]" ? closedSecret : value)) as Content;
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
  return { states, content };
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

/** Where the program made the resource. */
export function sourceOf({ urn, sourcePosition }: State): [string, Source][] {
  const [, file, line, column] = /^project:\/+(.+)#(\d+)(?:,(\d+))?$/.exec(sourcePosition ?? "") ?? [];
  if (file === undefined) return [];
  return [[urn, { file: decodeURI(file), line: Number(line), column: Number(column ?? 1) }]];
}

export function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
