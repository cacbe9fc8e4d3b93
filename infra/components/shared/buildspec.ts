/** The part of CodeBuild's buildspec format, version 0.2, that we generate. */
export interface Buildspec {
  readonly version: 0.2;
  readonly env: { readonly shell: "bash"; readonly "exported-variables"?: string[] };
  readonly phases: Partial<Record<PhaseName, Phase>>;
  readonly reports?: Record<string, Report>;
}
export type PhaseName = "install" | "pre_build" | "build" | "post_build";
export interface Phase {
  readonly "runtime-versions"?: Record<string, string>;
  /** CodeBuild runs post_build after a failed build unless the build aborts. */
  readonly "on-failure": "ABORT";
  readonly commands: string[];
}
export interface Report {
  readonly files: string[];
  readonly "base-directory": string;
  readonly "file-format": "JUNITXML";
}

/** CodeBuild reads JSON where it reads YAML, and JSON needs no quoting rules of our own. */
export function renderBuildspec(buildspec: Buildspec): string {
  return JSON.stringify(buildspec, null, 2);
}
