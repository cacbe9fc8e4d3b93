/** The parts of the engine's event log that tests look at. */
export interface EngineEvent {
  readonly sequence: number;
  readonly resourcePreEvent?: { readonly metadata: StepMetadata; readonly planning?: boolean };
  readonly resOutputsEvent?: { readonly metadata: StepMetadata };
  readonly resOpFailedEvent?: { readonly metadata: StepMetadata };
  readonly policyEvent?: PolicyViolation;
  readonly diagnosticEvent?: { readonly urn?: string; readonly message: string; readonly severity: string };
  readonly summaryEvent?: { readonly resourceChanges?: Readonly<Record<string, number>> };
}

export interface StepMetadata {
  readonly op: string;
  readonly urn: string;
  readonly type: string;
  readonly diffs?: readonly string[];
  readonly new?: { readonly inputs?: Readonly<Record<string, unknown>> };
}

export interface PolicyViolation {
  readonly resourceUrn?: string;
  readonly message: string;
  readonly policyName: string;
  readonly policyPackName: string;
  readonly enforcementLevel: string;
}

/** What the engine did (or would do) to each custom resource, as `create aws:s3/bucket:Bucket logs`. */
export function operations(events: readonly EngineEvent[]): string[] {
  return events
    .map(({ resourcePreEvent }) => resourcePreEvent?.metadata)
    .filter((step) => step !== undefined)
    .filter(({ op, type }) => op !== "same" && !type.startsWith("pulumi:"))
    .map(({ op, type, urn }) => `${op} ${type} ${urn.split("::").at(-1)}`);
}

export function violations(events: readonly EngineEvent[]): PolicyViolation[] {
  return events.map(({ policyEvent }) => policyEvent).filter((event) => event !== undefined);
}
