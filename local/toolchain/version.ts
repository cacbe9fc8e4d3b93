import { readFileSync } from "node:fs";
import * as path from "node:path";
import { repositoryRoot } from "./folders";

/** The oldest installed CLI that has what this project uses (`policy analyze --file`). */
export const oldestSupportedCli = "3.249.0";

/** The oldest Go that the pinned CLI compiles with; its module says so. */
export const oldestSupportedGo = "1.25.11";

/** The oldest Go that fetches a newer toolchain when a module asks for one. */
export const oldestSwitchingGo = "1.21";

/** Compares dotted numbers; a pre-release counts as older than its release. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [parseVersion(left), parseVersion(right)];
  for (let index = 0; index < Math.max(a.numbers.length, b.numbers.length); index++) {
    const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0);
    if (difference !== 0) {
      return Math.sign(difference);
    }
  }
  return Number(b.preRelease) - Number(a.preRelease);
}

export function isAtLeast(version: string, minimum: string): boolean {
  return compareVersions(version, minimum) >= 0;
}

/** Finds `3.259.0`, `v3.259.0` or `go1.26.8` in what a program prints about itself. */
export function findVersion(text: string): string | undefined {
  return /(?:^|[\sv]|go)(\d+\.\d+(?:\.\d+)?(?:-[0-9A-Za-z.-]+)?)/.exec(text)?.[1];
}

/** The version of the CLI that go.mod pins: the one that is built when none is installed. */
export function pinnedCliVersion(
  goMod = readFileSync(path.join(repositoryRoot, "local/toolchain/go.mod"), "utf8"),
): string {
  const version = /^\s*(?:require )?github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/m.exec(goMod)?.[1];
  if (!version) {
    throw new Error("local/toolchain/go.mod requires no github.com/pulumi/pulumi/pkg/v3. Restore it from git.");
  }
  return version;
}

function parseVersion(version: string): { numbers: number[]; preRelease: boolean } {
  const match = /^v?(\d+(?:\.\d+)*)(-\S+)?/.exec(version.trim());
  if (!match) {
    throw new Error(`"${version}" is not a version: expected numbers with dots, like 3.259.0.`);
  }
  return { numbers: match[1]!.split(".").map(Number), preRelease: match[2] !== undefined };
}
