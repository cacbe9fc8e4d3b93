import { account } from "../support/policy";

/** A whole stack of somebody else's with what must be found in it. Labels come from AWS's documentation, not from runs. */
export interface StackFile {
  readonly title: string;
  readonly source: string;
  /** Why the labels are as they are. */
  readonly reason: string;
  /** `prod` when absent. */
  readonly environment?: "dev" | "prod";
  /** The first words of the ids of the controls that judge it, e.g. `ecs`. All but `pulumi` when absent. */
  readonly families?: readonly string[];
  readonly resources: readonly StackFileResource[];
  /** By name of resource: the ids of the controls that find a violation, and no others; `undecided <id>` where it cannot be known. */
  readonly expected: Readonly<Record<string, readonly string[]>>;
}

export interface StackFileResource {
  readonly type: string;
  readonly name: string;
  /**
   * `<name.output>` in a text is another resource's output and `<secret:…>` what the program marks as secret. Documents
   * stand as objects and reach the provider as texts.
   */
  readonly props?: Record<string, unknown>;
  /** What AWS answers, besides `id`, `arn` and `name`. */
  readonly outputs?: Record<string, unknown>;
  readonly parent?: string;
  readonly ignoreChanges?: string[];
  /** The provider's own inputs. */
  readonly provider?: Record<string, unknown>;
}

export function urnIn({ environment }: StackFile, { type, name }: { type: string; name: string }): string {
  return `urn:pulumi:${environment ?? "prod"}::corpus::${type}::${name}`;
}

export function named(file: StackFile, name: string): StackFileResource {
  const found = file.resources.find((resource) => resource.name === name);
  if (!found) throw new Error(`${file.title}: no resource named ${name}`);
  return found;
}

/** What AWS answers when it has made the resource, in its formats. */
export function outputsOf({ type, name, props = {}, outputs = {} }: StackFileResource): Record<string, unknown> {
  const [, service = "", kind = ""] = /^\w+:([^/:]+).*:(\w+)$/.exec(type) ?? [];
  const given = props["name"];
  const physical = typeof given === "string" && !given.includes("<") ? given : `${name}-1a2b3c4`;
  const path = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}/${physical}`;
  const arn = `arn:aws:${service}:${service === "iam" ? "" : "eu-west-1"}:${account}:${path}`;
  return { id: physical, name: physical, arn, ...outputs };
}
