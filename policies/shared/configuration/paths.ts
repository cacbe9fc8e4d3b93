import { existsSync, readlinkSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";

/** The directory that relative paths in settings start from: the project's. */
export function projectDirectory(start: string = startDirectory()): string {
  for (let directory = resolve(start); ; directory = dirname(directory)) {
    if (["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"].some((file) => existsSync(join(directory, file))))
      return directory;
    if (dirname(directory) === directory) return resolve(start);
  }
}

/**
 * Where the command was given. The engine starts a pack in the pack's own directory and tells it nothing about the
 * project's; but it starts the language host there, which starts the pack. What the shell left in PWD is wrong after
 * `pulumi -C` and under the Automation API, so it comes last, for systems that do not tell where another process is.
 */
function startDirectory(): string {
  const known = [process.cwd(), parentDirectory(), process.env["PWD"]];
  const isPack = (directory: string) => existsSync(join(directory, "PulumiPolicy.yaml"));
  return known.find((directory) => directory !== undefined && !isPack(directory)) ?? process.cwd();
}

function parentDirectory(): string | undefined {
  try {
    return readlinkSync(`/proc/${process.ppid}/cwd`);
  } catch {
    return undefined;
  }
}

/** An existing file: below the project's directory, or beside the pack. */
export function locate(path: string): string {
  if (isAbsolute(path)) return path;
  const inProject = join(projectDirectory(), path);
  return existsSync(inProject) ? inProject : resolve(path);
}

/** Where to write a file. */
export function destination(path: string): string {
  return isAbsolute(path) ? path : join(projectDirectory(), path);
}
