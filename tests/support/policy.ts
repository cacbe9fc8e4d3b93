import { strict as assert } from "node:assert";
import type { Control, Context, Finding } from "../../policies/shared/control";
import { evaluate, evaluateStack } from "../../policies/shared/evaluate";
import { Node } from "../../policies/shared/node";
import type { Resource, StackResource } from "../../policies/shared/resource";
import type { Settings } from "../../policies/shared/settings";
import { StackIndex } from "../../policies/shared/stackIndex";

/** What preview sends for a text that is not known yet. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export const account = "123456789012";

const devSettings: Settings = {
  environment: { name: "dev", kind: "dev", known: true, protected: false },
  ownAccounts: [account],
  trustedAccounts: [],
  trustedOrganizations: [],
  onUnknown: "advisory",
  profile: "baseline",
  preview: true,
  stackTags: new Map(),
};

export const prodEnvironment: Settings["environment"] = { name: "prod", kind: "prod", known: true, protected: true };

export interface Described {
  readonly type: string;
  readonly props?: object;
  readonly name?: string;
  readonly urn?: string;
  readonly protect?: boolean;
  readonly ignoreChanges?: string[];
  /** Name of the parent in the same `stackOf` list, or a URN. */
  readonly parent?: string;
  /** Names in the same list, by input property. */
  readonly dependsOn?: Readonly<Record<string, readonly string[] | undefined>>;
  readonly provider?: object;
  /** Paths of properties that the engine marks as secret. */
  readonly secrets?: string[];
}

export function urnOf(described: Described): string {
  return described.urn ?? `urn:pulumi:dev::shop::${described.type}::${described.name ?? "it"}`;
}

export function resourceOf(described: Described): Resource {
  return {
    type: described.type,
    urn: urnOf(described),
    name: described.name ?? "it",
    props: new Node(described.props ?? {}),
    opts: {
      protect: described.protect ?? false,
      ignoreChanges: described.ignoreChanges ?? [],
      ...(described.parent !== undefined && { parent: described.parent }),
    },
    ...(described.secrets && { secrets: new Set(described.secrets) }),
    ...(described.provider && {
      provider: {
        type: "pulumi:providers:aws",
        urn: "urn:pulumi:dev::shop::pulumi:providers:aws::own",
        name: "own",
        props: new Node(described.provider),
      },
    }),
  };
}

export function stackOf(...list: Described[]): StackIndex {
  const made = new Map<string, { -readonly [K in keyof StackResource]: StackResource[K] }>();
  for (const described of list) {
    made.set(described.name ?? "it", { ...resourceOf(described), dependencies: [], propertyDependencies: {} });
  }
  const find = (name: string): StackResource => {
    const found = made.get(name);
    assert.ok(found, `the test's stack has no resource named ${name}`);
    return found;
  };
  for (const described of list) {
    const resource = made.get(described.name ?? "it");
    if (!resource) continue;
    const links = Object.entries(described.dependsOn ?? {}).map(
      ([property, names]) => [property, (names ?? []).map(find)] as const,
    );
    resource.propertyDependencies = Object.fromEntries(links);
    resource.dependencies = links.flatMap(([, targets]) => targets);
    if (described.parent !== undefined) resource.parent = find(described.parent);
  }
  return new StackIndex([...made.values()]);
}

export type Overrides = Partial<Settings> & { config?: object; intent?: object };

export function contextOf<Config extends object>(control: Control<Config>, overrides: Overrides = {}): Context<Config> {
  const { config, intent, ...settings } = overrides;
  const defaults = Object.fromEntries(
    Object.entries(control.configSchema?.properties ?? {}).map(([name, schema]) => [name, schema.default]),
  );
  return {
    config: { ...defaults, ...config } as Config,
    settings: { ...devSettings, ...settings },
    declaredIntent: () => (intent ? new Node(intent) : undefined),
  };
}

/** Judges one resource. Fails when the control does not say that it looks at the type: that test would prove nothing. */
export async function judge(control: Control, described: Described, overrides: Overrides = {}): Promise<Finding[]> {
  assert.ok(
    described.type in control.reads || "*" in control.reads,
    `${control.id} does not list ${described.type} in its reads`,
  );
  return evaluate(control, resourceOf(described), contextOf(control, overrides));
}

export async function judgeStack(control: Control, stack: StackIndex, overrides: Overrides = {}): Promise<Finding[]> {
  return evaluateStack(control, stack, contextOf(control, overrides));
}

/** The findings as `outcome path`, for short exact assertions. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map((finding) => `${finding.outcome} ${finding.path}`);
}
