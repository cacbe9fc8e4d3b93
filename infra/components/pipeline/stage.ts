/**
 * The stages of a pipeline. `Text` is whatever the caller's strings are: stages are put together before an ARN is
 * known, so that everything else in them can be judged in the first preview.
 */
export interface Stage<Text> {
  readonly name: string;
  readonly actions: Action<Text>[];
  readonly beforeEntry?: { readonly condition: Condition<Text> };
  readonly onSuccess?: { readonly condition: Condition<Text> };
  readonly onFailure?: { readonly result: "ROLLBACK" };
}
export interface Action<Text> {
  readonly name: string;
  readonly category: "Source" | "Build" | "Approval";
  readonly owner: "AWS";
  readonly provider: string;
  readonly version: "1";
  readonly runOrder: number;
  readonly namespace?: string;
  readonly configuration: Record<string, Text | string>;
  readonly inputArtifacts?: string[];
  readonly outputArtifacts?: string[];
}
export interface Condition<Text> {
  readonly result: "FAIL" | "ROLLBACK";
  readonly rules: Rule<Text>[];
}
export interface Rule<Text> {
  readonly name: string;
  readonly ruleTypeId: {
    readonly category: "Rule";
    readonly owner: "AWS";
    readonly provider: string;
    readonly version: "1";
  };
  readonly configuration: Record<string, Text | string>;
}
