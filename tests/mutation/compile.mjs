import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** JavaScript beside each TypeScript file of Stryker's copy of the repository. */
const sources = ["policies", "tests"].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts") && !name.includes("node_modules")),
);
if (process.cwd().includes(".stryker-tmp")) {
  await build({ entryPoints: sources, outdir: ".", outbase: ".", format: "cjs", platform: "node", target: "node20" });
}
