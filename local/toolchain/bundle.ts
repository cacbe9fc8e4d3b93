import { mkdir, readdir, rm, stat } from "node:fs/promises";
import * as path from "node:path";
import type { Plugin } from "esbuild";
import writeFileAtomic from "write-file-atomic";
import { bundleFolder, repositoryRoot } from "./folders";
import { fingerprint, freshBundle, hash } from "./manifest.js";

const oneDay = 24 * 60 * 60 * 1000;

/**
 * Compiles one of this folder's programs with all it imports into a single file and returns its path. The file is
 * made again when a source has changed. It keeps its name for as long as its content: a running program is safe.
 */
export async function bundle(entry: string, folder = bundleFolder): Promise<string> {
  const name = path.relative(repositoryRoot, entry).replace(/\.ts$/, "").replace(/[\\/]/g, "-");
  const fresh = freshBundle(folder, name);
  if (fresh) {
    return fresh;
  }
  const { code, inputs } = await compile(entry);
  const file = `${name}-${hash(code).slice(0, 16)}.cjs`;
  await mkdir(folder, { recursive: true });
  await writeFileAtomic(path.join(folder, file), code);
  await writeFileAtomic(path.join(folder, `${name}.json`), JSON.stringify({ file, inputs: fingerprints(inputs) }));
  await removeOld(folder, name, file);
  return path.join(folder, file);
}

/**
 * What the Pulumi SDK loads to serialize functions, which no program of this folder does: four fifths of the bundle.
 * And what maps every stack trace that it notes: a third of the time that a component's children take.
 */
const withoutBallast: Plugin = {
  name: "without-ballast",
  setup(build) {
    const filter = /^(typescript|@npmcli\/arborist|source-map-support)$/;
    build.onResolve({ filter }, ({ path: name }) => ({ path: name, namespace: "empty" }));
    build.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "exports.install = () => {};" }));
  },
};

async function compile(entry: string): Promise<{ code: string; inputs: string[] }> {
  const { build } = await import("esbuild");
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    write: false,
    metafile: true,
    // It brings its own executable, found beside its own files.
    external: ["esbuild"],
    plugins: [withoutBallast],
    legalComments: "none",
    absWorkingDir: repositoryRoot,
    logLevel: "silent",
  });
  return { code: result.outputFiles[0]!.text, inputs: Object.keys(result.metafile.inputs) };
}

/** Sources by content; what npm installed by its package's manifest, which names the version. */
function fingerprints(inputs: readonly string[]): Record<string, string> {
  const files = new Set(["package.json", "local/toolchain/bundle.ts", ...inputs.map(watchedFile)]);
  return Object.fromEntries([...files].sort().map((file) => [file, fingerprint(file)]));
}

function watchedFile(input: string): string {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return match ? `${match[1]}/package.json` : input;
}

/** Earlier bundles may still be running; those of another day are not. */
async function removeOld(folder: string, name: string, keep: string): Promise<void> {
  const pattern = new RegExp(`^${name}-[0-9a-f]{16}\\.cjs$`);
  for (const file of await readdir(folder)) {
    const full = path.join(folder, file);
    if (file !== keep && pattern.test(file) && Date.now() - (await stat(full)).mtimeMs > oneDay) {
      await rm(full, { force: true });
    }
  }
}
