import type { Control, Finding, Severity } from "../control";
import type { Exempted } from "../exemptions/exemptions";

/** A finding with everything that follows from configuration and exemptions. */
export interface Judged extends Omit<Finding, "severity"> {
  readonly control: Control;
  readonly severity: Severity;
  readonly level: "mandatory" | "advisory";
  /** The type and name of the resource, empty for findings about the stack. */
  readonly type: string;
  readonly name: string;
  readonly exemption?: Exempted;
}
