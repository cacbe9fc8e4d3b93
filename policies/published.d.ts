// What `container-delivery-policies/bin/pack` offers, for packs that people compose themselves. The build copies it there.
import type { PolicyPackArgs } from "@pulumi/policy";

/** One rule of the catalogue. */
export interface Control {
  /** The policy's name, e.g. `ecr-scan-on-push`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly severity: "low" | "medium" | "high" | "critical";
  /** By kind of environment. */
  readonly levels: Readonly<Record<"dev" | "prod", "mandatory" | "advisory" | "disabled">>;
  /** The same rule elsewhere, e.g. `Security Hub ECR.1`. */
  readonly references: readonly string[];
  readonly remediationSteps: string;
  readonly url: string;
  /** The resource types it looks at, with the properties. */
  readonly reads: Readonly<Record<string, readonly string[]>>;
}

export declare const controls: readonly Control[];

/** Controls as ordinary policies of `@pulumi/policy`: all of them, or some of `controls`. */
export declare function policies(list?: readonly Control[]): PolicyPackArgs["policies"];
