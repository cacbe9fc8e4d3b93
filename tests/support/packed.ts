/** A package as `npm publish` would send it, unpacked. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import * as path from "node:path";
import { run } from "../../local/toolchain/run";

export interface Packed {
  readonly folder: string;
  readonly files: readonly string[];
  readonly manifest: Readonly<Record<string, unknown>>;
  dispose(): void;
}

/** Packs the package in `source` and unpacks it below `parent`, from where the repository's modules are found. */
export async function packed(source: string, parent: string): Promise<Packed> {
  mkdirSync(parent, { recursive: true });
  const work = mkdtempSync(path.join(parent, "packed-"));
  const execute = async (command: string, args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await run(command, args, { cwd: source });
    if (code !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}${stderr}`);
    return stdout;
  };
  const out = await execute("npm", ["pack", "--json", "--pack-destination", work]);
  // What the package's own scripts print comes before.
  const [{ filename, files }] = JSON.parse(out.slice(out.search(/^\[\s*$/m))) as [
    { filename: string; files: { path: string }[] },
  ];
  await execute("tar", ["-xzf", path.join(work, filename), "-C", work]);
  const folder = path.join(work, "package");
  return {
    folder,
    files: files.map((file) => file.path),
    manifest: JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Record<string, unknown>,
    dispose: () => rmSync(work, { recursive: true, force: true }),
  };
}
