import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** `npm run mutation -- --mutate 'policies/documents/glob.ts'`: Stryker, installed the first time it is needed. */
const here = import.meta.dirname;

function run(command, ...args) {
  const { status } = spawnSync(command, args, { cwd: join(here, "../.."), stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(join(here, "node_modules"))) run("npm", "ci", "--prefix", here);
const stryker = join(here, "node_modules/@stryker-mutator/core/bin/stryker.js");
run(process.execPath, stryker, "run", join(here, "stryker.config.mjs"), ...process.argv.slice(2));
