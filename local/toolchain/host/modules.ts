import { createRequire } from "node:module";
import * as path from "node:path";

/** Finds one of the SDK's start scripts as the program itself would resolve it: the program's own SDK runs it. */
export function locateStartScript(script: string, programDirectory: string, installCommand: string): string {
  try {
    return createRequire(path.join(programDirectory, "noop.js")).resolve(script);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") {
      // The engine looks for these words to tell a pack without dependencies from one that fails.
      throw new Error(
        `Cannot find module '${script}' from ${programDirectory}. ` +
          `It looks like the Pulumi SDK has not been installed: run ${installCommand}.`,
        { cause: error },
      );
    }
    throw error;
  }
}
