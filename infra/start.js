"use strict";
// What the Pulumi CLI runs: the program as one file, made from the sources whenever they have changed. It starts
// several times as fast as the sources do; their types are checked by `npm test` and by the editor.
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const root = join(__dirname, "..");
const bundle = join(__dirname, "bin", "program.js");

/** The contents of what the program was made from: sources by themselves, packages by their version. */
function fingerprint(files) {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

/** The bundle's first line names what it was made from, so that both are replaced at once. */
function isFresh() {
  try {
    const { files, hash } = JSON.parse(readFileSync(bundle, "utf8").split("\n", 1)[0].slice("// ".length));
    return fingerprint(files) === hash;
  } catch {
    return false;
  }
}

function build() {
  const { metafile, outputFiles } = require("esbuild").buildSync({
    absWorkingDir: root,
    entryPoints: ["infra/index.ts"],
    outfile: bundle,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    // The SDK that runs the program has to be the one that the program uses.
    external: ["@pulumi/pulumi", "@pulumi/pulumi/*"],
    banner: { js: "\n" },
    sourcemap: "linked",
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const manifest = (input) => input.replace(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\/.*$/, "$1/package.json");
  const files = [...new Set(["infra/start.js", ...Object.keys(metafile.inputs).map(manifest)])];
  const stamp = `// ${JSON.stringify({ files, hash: fingerprint(files) })}`;
  mkdirSync(join(__dirname, "bin"), { recursive: true });
  for (const { path, text } of outputFiles) {
    writeFileSync(`${path}.${process.pid}`, path === bundle ? stamp + text : text);
    renameSync(`${path}.${process.pid}`, path);
  }
}

if (!isFresh()) build();
require("./quickStart");
module.exports = require(bundle);
