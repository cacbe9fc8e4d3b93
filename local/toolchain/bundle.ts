import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import * as path from "node:path";
import writeFileAtomic from "write-file-atomic";
import { bundleFolder, repositoryRoot } from "./folders";

/** What a bundle was made from: file (relative to the repository) to content hash. */
interface Manifest {
  readonly file: string;
  readonly inputs: Readonly<Record<string, string>>;
}

const oneDay = 24 * 60 * 60 * 1000;

/**
 * Compiles one of this folder's programs with all it imports into a single file and returns its path. The file is
 * made again when a source has changed. It keeps its name for as long as its content: a running program is safe.
 */
export async function bundle(entry: string, folder = bundleFolder): Promise<string> {
  const name = path.relative(repositoryRoot, entry).replace(/\.ts$/, "").replace(/[\\/]/g, "-");
  const manifestFile = path.join(folder, `${name}.json`);
  const current = readManifest(manifestFile);
  if (current && existsSync(path.join(folder, current.file)) && isFresh(current)) {
    return path.join(folder, current.file);
  }
  const { code, inputs } = await compile(entry);
  const file = `${name}-${hash(code).slice(0, 16)}.cjs`;
  await mkdir(folder, { recursive: true });
  await writeFileAtomic(path.join(folder, file), code);
  await writeFileAtomic(manifestFile, JSON.stringify({ file, inputs: fingerprints(inputs) } satisfies Manifest));
  await removeOld(folder, name, file);
  return path.join(folder, file);
}

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
    legalComments: "none",
    absWorkingDir: repositoryRoot,
    logLevel: "silent",
  });
  return { code: result.outputFiles[0]!.text, inputs: Object.keys(result.metafile.inputs) };
}

/** Sources by content; what npm installed by its package's manifest, which names the version. */
function fingerprints(inputs: readonly string[]): Record<string, string> {
  const files = new Set(["package.json", ...inputs.map(watchedFile)]);
  return Object.fromEntries([...files].sort().map((file) => [file, fingerprint(file)]));
}

function watchedFile(input: string): string {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return match ? `${match[1]}/package.json` : input;
}

function isFresh(manifest: Manifest): boolean {
  return Object.entries(manifest.inputs).every(([file, expected]) => fingerprint(file) === expected);
}

function fingerprint(file: string): string {
  try {
    return hash(readFileSync(path.join(repositoryRoot, file)));
  } catch {
    return "missing";
  }
}

function hash(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

function readManifest(file: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Manifest;
  } catch {
    return undefined;
  }
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
