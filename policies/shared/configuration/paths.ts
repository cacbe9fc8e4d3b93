import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";

/**
 * The directory that relative paths in settings start from: the project's. The pack itself runs in its own directory, and
 * is told nothing about the project's but what the shell left in PWD.
 */
export function projectDirectory(start: string = process.env["PWD"] ?? process.cwd()): string {
  for (let directory = resolve(start); ; directory = dirname(directory)) {
    if (["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"].some((file) => existsSync(join(directory, file))))
      return directory;
    if (dirname(directory) === directory) return resolve(start);
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
