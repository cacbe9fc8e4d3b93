/** A variable of a build, in the form of CodeBuild and CodePipeline. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly value: string;
  readonly type: "PLAINTEXT";
}

/** Values reach scripts as environment variables, so that no value is ever parsed as shell. */
export function environmentVariables(values: Record<string, string>): EnvironmentVariable[] {
  return Object.entries(values).map(([name, value]) => ({ name, value, type: "PLAINTEXT" }));
}
