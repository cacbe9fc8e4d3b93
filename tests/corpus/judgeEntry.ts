import { iamControls } from "../../policies/iam/index";
import type { Control, Finding } from "../../policies/shared/control";
import { evaluate, evaluateStack } from "../../policies/shared/evaluate";
import { type ResourceKind, resourceKinds } from "./resourceKinds";
import { type Described, contextOf, resourceOf, stackOf, unknown } from "../support/policy";

/** One labelled document, or a list of resources that belong together. Labels come from AWS's documentation, not from runs. */
export interface Entry {
  readonly name: string;
  readonly kind: "identity" | "trust" | "bundle" | keyof typeof resourceKinds;
  /** Ids of the controls that must find a violation, and no others; `undecided <id>` for what cannot be known. */
  readonly expected: readonly string[];
  readonly reason: string;
  readonly source: string;
  /** An object, or the text as it stands when the text is the point. */
  readonly document?: unknown;
  readonly resources?: readonly Described[];
  /** Inputs besides the document. */
  readonly props?: object;
}

/** What the pack leaves off by default. */
const disabled = ["iam-inline", "iam-boundary"];

/** The controls that find something, in the form of `expected`. */
export async function judgeEntry(entry: Entry): Promise<string[]> {
  const stack = stackOf(...resourcesOf(entry));
  const findings = new Set<string>();
  for (const control of controlsFor(entry)) {
    for (const finding of await judgeOne(control, entry, stack)) {
      findings.add(finding.outcome === "violation" ? control.id : `undecided ${control.id}`);
    }
  }
  return [...findings].sort();
}

function controlsFor({ kind }: Entry): readonly Control[] {
  const resource = kindOf(kind);
  return resource ? resource.controls : iamControls.filter(({ id }) => !disabled.includes(id));
}

function kindOf(kind: Entry["kind"]): ResourceKind | undefined {
  return Object.hasOwn(resourceKinds, kind) ? resourceKinds[kind as keyof typeof resourceKinds] : undefined;
}

async function judgeOne(control: Control, entry: Entry, stack: ReturnType<typeof stackOf>): Promise<Finding[]> {
  const context = contextOf(control);
  const findings = await evaluateStack(control, stack, context);
  for (const described of resourcesOf(entry)) {
    if (described.type in control.reads) findings.push(...(await evaluate(control, resourceOf(described), context)));
  }
  return findings;
}

function resourcesOf({ kind, document, resources, props }: Entry): readonly Described[] {
  if (kind === "bundle") return (resources ?? []).map(withTexts);
  const text = textOf(document);
  const resource = kindOf(kind);
  if (resource) return [{ type: resource.type, props: { ...resource.props, ...props, [resource.property]: text } }];
  return kind === "identity"
    ? [{ type: "aws:iam/rolePolicy:RolePolicy", props: { policy: text } }]
    : [{ type: "aws:iam/role:Role", props: { assumeRolePolicy: text } }];
}

/** Documents stand as objects in the corpus and reach the provider as texts; `<unknown>` is not known yet. */
function withTexts(described: Described): Described {
  const props = Object.fromEntries(
    Object.entries(described.props ?? {}).map(([name, value]: [string, unknown]) => [
      name,
      value === "<unknown>"
        ? unknown
        : /policy$/i.test(name)
          ? textOf(value)
          : name === "inlinePolicies"
            ? inline(value)
            : value,
    ]),
  );
  return { ...described, props };
}

function inline(list: unknown): unknown {
  return (list as { name: string; policy: unknown }[]).map(({ name, policy }) => ({ name, policy: textOf(policy) }));
}

function textOf(document: unknown): string {
  return (typeof document === "string" ? document : JSON.stringify(document)).replaceAll("<unknown>", unknown);
}
