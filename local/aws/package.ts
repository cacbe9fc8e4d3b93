import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export interface InstalledPackage {
  readonly directory: string;
  readonly version: string;
}

/**
 * The installed SDK package. The provider runs as a bundle in the sandbox's plugin cache while the engine's working
 * directory is the project, so both are tried; each lies inside the repository whose packages are meant.
 */
export function findPackage(name: string, places: readonly string[]): InstalledPackage {
  for (const place of places) {
    try {
      const file = createRequire(join(place, "noop.js")).resolve(`${name}/package.json`);
      const version = (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
      return { directory: dirname(file), version };
    } catch {
      continue;
    }
  }
  throw new Error(
    `The package ${name} is not installed in ${places.join(", ")} or above. Run 'npm ci' in the project.`,
  );
}
