import type { PolicyConfigSchema } from "@pulumi/policy";
import type { Node } from "./node";
import type { Resource, StackResource } from "./resource";
import type { Settings } from "./settings";
import type { StackIndex } from "./stackIndex";

export type Level = "mandatory" | "advisory" | "disabled";
export type Severity = "low" | "medium" | "high" | "critical";

/** One rule of the catalogue. One file each; property order as here. */
export interface Control<Config extends object = object> {
  /** The id of the catalogue: the policy's name for the user, e.g. `ecr-scan-on-push`. */
  readonly id: string;
  /** A short name for people. */
  readonly title: string;
  /** One sentence: "ECR repositories must …". */
  readonly description: string;
  readonly severity: Severity;
  /** The default level by kind of environment. An unknown environment takes `prod`. */
  readonly levels: { readonly dev: Level; readonly prod: Level };
  /** The same rule elsewhere: "Security Hub ECR.1", "Control Tower CT.ECR.PR.2", "checkov CKV_AWS_163", "cdk-nag ECR1". */
  readonly references: readonly string[];
  /** What to do, in full sentences. */
  readonly remediationSteps: string;
  /** AWS's page about the subject. */
  readonly url: string;
  /**
   * The resource types it looks at, as tokens (all spellings), and for each the property paths it reads, without
   * indexes: `rules.repositoryFilters.filter`. Tests hold them against `@pulumi/aws`, and `pulumi-ignore-changes`
   * uses them. The type `*` means every resource.
   */
  readonly reads: Readonly<Record<string, readonly string[]>>;
  /** Settings of this control alone, with defaults. */
  readonly configSchema?: PolicyConfigSchema;
  /** False when an exemption must not lift it. Defaults to true, for critical controls to false. */
  readonly exemptable?: boolean;
  /** Judges one resource, before it is created. */
  check?(resource: Resource, report: Reporter, context: Context<Config>): void | Promise<void>;
  /** Judges what only several resources together show. In an update it runs after creation, so it also needs a preview. */
  checkStack?(stack: StackIndex, report: Reporter, context: Context<Config>): void | Promise<void>;
  /** A visible, in-place correction: returns the changed top-level inputs, or nothing. Off unless the user switches it on. */
  remediate?(resource: Resource, context: Context<Config>): Record<string, unknown> | undefined;
}

/** What a control says about one resource. */
export interface Finding {
  readonly outcome: "violation" | "undecided";
  readonly urn: string;
  readonly path: string;
  /** What is wrong, or why it cannot be decided. */
  readonly what: string;
  /** The offending value as it may be shown: redacted where it could be a secret. */
  readonly shown?: string;
  /** What to do: "Set `x` to `y`." */
  readonly fix: string;
  /** Narrower than the control's, e.g. by access level of an IAM action. */
  readonly severity?: Severity;
  /** Names the part of a control's subject, so that an exemption can name it: `iam:PassRole|*`. */
  readonly detail?: string;
  /** The property is a text that AWS would refuse. Every control that reads it finds that, and one of them tells it. */
  readonly malformed?: boolean;
}

export interface Reporter {
  violation(finding: FindingInput): void;
  /** For a value that must be known to judge. Reading an unknown node does this by itself. */
  undecided(finding: FindingInput): void;
  /** Runs `judge` on each node; one that is undecided or malformed does not keep the others from being judged. */
  each(nodes: Iterable<Node>, judge: (node: Node) => void): void;
  /** The same for resources in `checkStack`: findings without `on` then belong to that resource. */
  eachResource<R extends Resource>(resources: Iterable<R>, judge: (resource: R) => void): void;
}

export interface FindingInput {
  /** Where: a node (its value is shown, redacted where needed) or a path. */
  readonly at: Node | string;
  readonly what: string;
  readonly fix: string;
  /** The resource it is about; in `check` the resource itself. */
  readonly on?: Resource | StackResource;
  readonly severity?: Severity;
  readonly detail?: string;
}

export interface Context<Config extends object = object> {
  /** This control's settings, defaults filled in. */
  readonly config: Config;
  readonly settings: Settings;
  /** What the parent component declared about IAM, by the component's URN: see `intent.ts`. */
  readonly declaredIntent: (parentUrn: string | undefined) => Node | undefined;
}

export type { PolicyConfigSchema };
