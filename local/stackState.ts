import { readFileSync } from "node:fs";

export interface DeployedResource {
  readonly urn: string;
  readonly type: string;
  readonly custom?: boolean;
  readonly id?: string;
  readonly parent?: string;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

interface Checkpoint {
  readonly checkpoint?: { readonly latest?: { readonly resources?: readonly DeployedResource[] } };
}

/** A stack's resources as the file backend keeps them: reading the file is faster than starting the CLI. */
export function readResources(stateFile: string): readonly DeployedResource[] {
  return (JSON.parse(readFileSync(stateFile, "utf8")) as Checkpoint).checkpoint?.latest?.resources ?? [];
}

const secretSignature = "4dabf18193072939515e22adb298388d";

/** What the program exports; secrets stay hidden. */
export function stackOutputs(resources: readonly DeployedResource[]): Record<string, string> {
  const stack = resources.find(({ type }) => type === "pulumi:pulumi:Stack");
  return Object.fromEntries(Object.entries(stack?.outputs ?? {}).map(([name, value]) => [name, show(value)]));
}

function show(value: unknown): string {
  if (typeof value === "object" && value !== null && secretSignature in value) {
    return "[secret]";
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}
