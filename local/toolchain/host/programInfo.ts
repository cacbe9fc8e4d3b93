import type * as language from "@pulumi/pulumi/proto/language_pb";

/** Where a program, pack or plugin is and how its manifest says to run it. */
export interface ProgramInfo {
  readonly rootDirectory: string;
  readonly programDirectory: string;
  readonly entryPoint: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export function programInfo(request: { getInfo(): language.ProgramInfo | undefined }): ProgramInfo {
  const info = request.getInfo();
  if (!info) {
    throw new Error("The request names no program. The Pulumi CLI is older than the ones this host knows: update it.");
  }
  return {
    rootDirectory: info.getRootDirectory(),
    programDirectory: info.getProgramDirectory(),
    entryPoint: info.getEntryPoint() || ".",
    options: info.getOptions()?.toJavaScript() ?? {},
  };
}
