import { secretSignature, signatureKey } from "../../policies/shared/secretPaths";
import { unknown } from "../support/policy";
import { named, outputsOf, type StackFile, type StackFileResource, urnIn } from "./stackFile";

/** The properties that the provider takes as JSON texts. Daemons have their containers as a list. */
const documents = new Set([
  ...["policy", "assumeRolePolicy", "policyDocument", "lifecyclePolicy", "repositoryPolicy", "accessPolicy"],
  ...["containerDefinitions", "eventPattern"],
]);

export type Phase = "deployed" | "first preview";

/** The file as Pulumi writes it: an exported stack, or a preview in which no output is known yet. */
export function stateText(file: StackFile, phase: Phase): string {
  const states = file.resources.flatMap((resource) => statesOf(file, resource, phase));
  return JSON.stringify(
    phase === "deployed"
      ? { deployment: { resources: states } }
      : { steps: states.map((newState) => ({ op: "create", newState })) },
  );
}

function statesOf(file: StackFile, resource: StackFileResource, phase: Phase): object[] {
  const { type, name, props = {}, parent, provider, ignoreChanges } = resource;
  const inputs: Record<string, unknown> = { __defaults: [] };
  const propertyDependencies: Record<string, string[]> = {};
  for (const [property, value] of Object.entries(props)) {
    const reading = new Reading(file, phase);
    inputs[property] = reading.property(type, property, value);
    propertyDependencies[property] = reading.dependencies;
  }
  const own = {
    urn: urnIn(file, resource),
    type,
    inputs,
    ...(phase === "deployed" && { outputs: { ...inputs, ...outputsOf(resource) } }),
    ...(parent !== undefined && { parent: urnIn(file, named(file, parent)) }),
    ...(ignoreChanges && { ignoreChanges }),
    propertyDependencies,
  };
  if (!provider) return [own];
  const urn = urnIn(file, { type: "pulumi:providers:aws", name: `of-${name}` });
  return [
    { urn, type: "pulumi:providers:aws", inputs: provider },
    { ...own, provider: `${urn}::id` },
  ];
}

/** Puts in place of references what the phase knows, and remembers what a property is made of. */
class Reading {
  readonly dependencies: string[] = [];
  private hasSecret = false;

  constructor(
    private readonly file: StackFile,
    private readonly phase: Phase,
  ) {}

  property(type: string, name: string, value: unknown): unknown {
    const isDocument = documents.has(name) && !type.includes("/daemon");
    const isText = isDocument && typeof value === "object";
    const read = this.value(value, isText);
    if (!isText) return read;
    const text = JSON.stringify(read);
    // The program makes one text of it: one unknown or secret value makes the whole of it unknown or secret.
    if (text.includes(unknown)) return unknown;
    return this.hasSecret ? secret(text) : text;
  }

  private value(value: unknown, inText: boolean): unknown {
    if (Array.isArray(value)) return value.map((item) => this.value(item, inText));
    if (typeof value === "object" && value !== null) {
      const fields = Object.entries(value).map(([key, field]) => [key, this.value(field, inText)] as const);
      // The provider notes in every object, in maps as well, what it filled in.
      return { ...(!inText && { __defaults: [] }), ...Object.fromEntries(fields) };
    }
    return typeof value === "string" ? this.text(value, inText) : value;
  }

  private text(value: string, inText: boolean): unknown {
    const hidden = /^<secret:(.*)>$/s.exec(value)?.[1];
    if (hidden !== undefined) {
      this.hasSecret = true;
      return inText ? hidden : secret(hidden);
    }
    let isOutput = false;
    const text = value.replace(/<([\w-]+)\.(\w+)>/g, (_, name: string, output: string) => {
      isOutput = true;
      const target = named(this.file, name);
      this.dependencies.push(urnIn(this.file, target));
      return String(outputsOf(target)[output] ?? `${output}-of-${name}`);
    });
    return isOutput && this.phase === "first preview" ? unknown : text;
  }
}

function secret(text: string): object {
  return { [signatureKey]: secretSignature, plaintext: JSON.stringify(text) };
}
