import type { PolicyConfigSchema, Severity } from "../control";

/** What the user may set, as read and checked. Everything is optional: absent means the default. */
export interface Input {
  readonly environment?: string;
  readonly environments?: Readonly<Record<string, EnvironmentKind>>;
  readonly accounts?: readonly string[];
  readonly trustedAccounts?: readonly string[];
  readonly trustedOrganizations?: readonly string[];
  readonly profile?: "baseline" | "strict" | "cis";
  readonly severityThreshold?: Severity;
  readonly onUnknown?: "advisory" | "mandatory";
  readonly exemptions?: string;
  readonly remediate?: boolean;
  readonly reportJson?: string;
  readonly reportSarif?: string;
  readonly reportHtml?: string;
}

/** `protected` is judged as prod and keeps its data. */
export type EnvironmentKind = "dev" | "prod" | "protected";

export const severities: readonly Severity[] = ["low", "medium", "high", "critical"];
const environmentKinds: readonly string[] = ["dev", "prod", "protected"] satisfies EnvironmentKind[];

type Schema = PolicyConfigSchema["properties"][string];

/** One setting: what it may be, and for people, what it does. */
export interface Key {
  readonly schema: Schema;
  /** What a right value looks like, for the message about a wrong one. */
  readonly expected: string;
  readonly valid: (value: unknown) => boolean;
  readonly kind: "text" | "boolean" | "list" | "map";
}

const oneOf = (description: string, ...values: string[]): Key => ({
  schema: { type: "string", enum: values, description },
  expected: `one of ${values.join(", ")}`,
  valid: (value) => values.includes(value as string),
  kind: "text",
});

const text = (description: string, expected: string): Key => ({
  schema: { type: "string", minLength: 1, description },
  expected,
  valid: (value) => typeof value === "string" && value.trim() !== "",
  kind: "text",
});

const listOf = (description: string, pattern: string, expected: string): Key => ({
  schema: { type: "array", items: { type: "string", pattern }, description },
  expected: `a list of ${expected}`,
  valid: (value) =>
    Array.isArray(value) && value.every((item) => typeof item === "string" && new RegExp(pattern).test(item)),
  kind: "list",
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const twelveDigits = "^[0-9]{12}$";

export const keys: { readonly [name in keyof Required<Input>]: Key } = {
  environment: text("The environment that this stack is. Defaults to the stack's name.", "a name, e.g. dev"),
  environments: {
    schema: {
      type: "object",
      additionalProperties: { type: "string", enum: [...environmentKinds] },
      description:
        "The environments there are, each dev, prod or protected (prod that keeps its data). Defaults to dev: dev, staging: prod, prod: protected. A stack in none of them is judged as protected.",
    },
    expected: "a map from environment name to dev, prod or protected",
    valid: (value) =>
      isRecord(value) && Object.values(value).every((kind) => environmentKinds.includes(kind as EnvironmentKind)),
    kind: "map",
  },
  accounts: listOf("The accounts that this stack's resources live in.", twelveDigits, "12-digit account ids"),
  trustedAccounts: listOf("Other accounts that documents may trust.", twelveDigits, "12-digit account ids"),
  trustedOrganizations: listOf(
    "Organizations that documents may trust.",
    "^o-[a-z0-9]{10,32}$",
    "organization ids such as o-abcde12345",
  ),
  profile: oneOf(
    "baseline: the catalogue's levels. strict: everything that is advisory is mandatory. cis: also runs what only a framework asks for.",
    "baseline",
    "strict",
    "cis",
  ),
  severityThreshold: oneOf("Controls of a lower severity do not run. Defaults to low.", ...severities),
  onUnknown: oneOf(
    "The level of what cannot be judged in preview. Defaults to advisory, in profile strict to mandatory.",
    "advisory",
    "mandatory",
  ),
  exemptions: text("Path of the file with the reviewed exemptions, JSON or YAML.", "a path"),
  remediate: {
    schema: {
      type: "boolean",
      description: "Corrects what can be corrected in place and visibly. Defaults to false.",
    },
    expected: "true or false",
    valid: (value) => typeof value === "boolean",
    kind: "boolean",
  },
  reportJson: text("Path of the JSON report to write.", "a path"),
  reportSarif: text("Path of the SARIF 2.1.0 report to write.", "a path"),
  reportHtml: text("Path of the HTML report to write.", "a path"),
};

export const keyNames = Object.keys(keys) as (keyof Input)[];
