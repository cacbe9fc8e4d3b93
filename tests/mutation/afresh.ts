import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { forgetAll } from "../../policies/shared/recent";

// Tests go by the names of their sources, by which Stryker sees whether they changed.
require.extensions[".ts"] = (module, file) => {
  const compiled = readFileSync(file.replace(/\.ts$/, ".js"), "utf8");
  (module as NodeJS.Module & { _compile(code: string, file: string): void })._compile(compiled, file);
};

// Two runs meet the same mutants with the same inputs.
fc.configureGlobal({ seed: 20260926 });

/** A mutant must neither live by answers that were found without it nor leave its own to the next one. */
export const mochaHooks = { beforeEach: forgetAll };
