import Ajv from "ajv";
import type { ValidateFunction } from "ajv";
import { secretSignature, signatureKey } from "../shared/secretPaths";
import { stateSchema } from "./stateSchema";
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
  /** Read by the program, made by somebody else. */
  readonly external?: boolean;
  readonly ignoreChanges?: string[];
  readonly dependencies?: string[];
  readonly propertyDependencies?: Record<string, string[]>;
  readonly sourcePosition?: string;
  readonly stackTrace?: { readonly sourcePosition?: string }[];
}

interface Step {
  readonly op: string;
  readonly newState?: State;
}

interface Deployment {
  readonly resources?: State[];
}

export interface Content {
  readonly version?: number;
  readonly deployment?: Deployment;
  readonly checkpoint?: { readonly latest?: Deployment };
  readonly steps?: Step[];
  readonly config?: Record<string, unknown>;
  readonly changeSummary?: Record<string, number>;
  readonly diagnostics?: { readonly message?: string; readonly severity?: string }[];
}

/** The versions of the format whose resources look as they are read here. */
const versions = [3, 4];

const ways = "Use `pulumi stack export` or `pulumi preview --json --show-sames`.";

/** Made once: who judges many files waits for it with the first one only. */
let validate: ValidateFunction<Content> | undefined;

/** The resources of an exported stack, of a checkpoint of a file backend, or of a preview. */
export function statesIn(text: string): { states: State[]; content: Content } {
  const content = parsed(text);
  validate ??= new Ajv({ strict: false }).compile<Content>(stateSchema);
  if (!validate(content)) {
    const { instancePath = "", message = "" } = validate.errors?.[0] ?? {};
    const where = instancePath === "" ? "" : `: ${instancePath.slice(1)} ${message}`;
    throw new UsageError(`The file is neither an exported stack nor a preview${where}. ${ways}`);
  }
  if (content.version !== undefined && !versions.includes(content.version)) {
    const known = versions.join(" and ");
    throw new UsageError(`The file has version ${content.version} of its format; versions ${known} are known. ${ways}`);
  }
  // What the program only reads is not the stack's: the engine does not have it judged either.
  return { states: statesOf(content).filter(({ external }) => external !== true), content };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) => (value === "[secret]" ? closedSecret : value));
  } catch (error) {
    // The parser's own message quotes the text, which may hold secrets.
    const where = error instanceof RangeError ? " that can be read: it is nested too deeply" : "";
    throw new UsageError(`The file is no JSON text${where}. ${ways}`);
  }
}

function statesOf({ deployment, checkpoint, steps }: Content): State[] {
  if (!steps) {
    // A stack without resources has no list of them.
    const states = deployment?.resources ?? checkpoint?.latest?.resources ?? [];
    return states.filter((state) => !state.delete);
  }
  const latest = new Map<string, State>();
  for (const { op, newState } of steps) if (newState && !op.startsWith("delete")) latest.set(newState.urn, newState);
  return [...latest.values()];
}

export function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
