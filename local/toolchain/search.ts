import { accessSync, constants, statSync } from "node:fs";
import * as path from "node:path";

/** All files of that name on PATH that can be executed, in order. */
export function findOnPath(name: string, env: NodeJS.ProcessEnv = process.env): string[] {
  const files = (env.PATH ?? "")
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.resolve(folder, name));
  return [...new Set(files)].filter(isExecutable);
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
