import { all } from "@pulumi/pulumi";
import type { Input, Output } from "@pulumi/pulumi";
import { integerBetween, validated } from "../shared/validate";
import type { BuildspecOptions } from "./buildspec";
import type { ScanGate } from "./environment";

/** Where the image comes from. */
export interface ImageSourceArgs {
  /** Folder of the service in its repository: tests run in it, and it is the build context. Defaults to ".". */
  readonly contextDirectory?: Input<string>;
  /** Path of the Dockerfile within that folder. Defaults to "Dockerfile". */
  readonly dockerfile?: Input<string>;
  /** Build arguments beside COMMIT and VERSION, which are always given. Never put a secret here. Defaults to none. */
  readonly buildArguments?: Input<Record<string, Input<string>>>;
  /** Prefixes of ECR pull-through caches that base images come from. Defaults to none. */
  readonly baseImagePrefixes?: Input<Input<string>[]>;
  /** Image of BuildKit, for a registry without rate limits. Defaults to the one that buildx chooses. */
  readonly buildkitImage?: Input<string>;
  /** Image of the SBOM scanner. Defaults to the one that BuildKit chooses. */
  readonly sbomImage?: Input<string>;
}

/** How the service is tested before its image is built. */
export interface ImageTestArgs {
  /** Commands, run in the folder of the service. Defaults to `npm ci` and `npm test`. */
  readonly commands?: Input<Input<string>[]>;
  /** JUnit files that the tests write, relative to the folder. Defaults to "reports/*.xml". */
  readonly reportFiles?: Input<Input<string>[]>;
  /** Language runtimes by name, as CodeBuild knows them. Defaults to those of the build image. */
  readonly runtimeVersions?: Input<Record<string, Input<string>>>;
}

/** What an image may contain and still be delivered. */
export interface ScanGateArgs {
  /** Critical vulnerabilities that pass. Defaults to 0. */
  readonly maximumCriticalFindings?: Input<number>;
  /** High vulnerabilities that pass. Defaults to 0. */
  readonly maximumHighFindings?: Input<number>;
  /** Minutes to wait for the scan. Defaults to 15. */
  readonly timeoutMinutes?: Input<number>;
}

export function normalizeGate(check: string, args: ScanGateArgs = {}): Output<ScanGate> {
  const count = integerBetween(0, 100_000);
  return all([
    validated(check, "scanGate.maximumCriticalFindings", args.maximumCriticalFindings ?? 0, count),
    validated(check, "scanGate.maximumHighFindings", args.maximumHighFindings ?? 0, count),
    validated(check, "scanGate.timeoutMinutes", args.timeoutMinutes ?? 15, integerBetween(1, 60)),
  ]).apply(([maximumCritical, maximumHigh, timeoutMinutes]) => ({ maximumCritical, maximumHigh, timeoutMinutes }));
}

export function normalizeBuildspec(
  check: string,
  source: ImageSourceArgs = {},
  tests: ImageTestArgs = {},
): Output<BuildspecOptions> {
  const directory = validated(check, "source.contextDirectory", source.contextDirectory ?? ".", insideRepository);
  return all([
    directory,
    source.buildArguments ?? {},
    source.buildkitImage,
    source.sbomImage,
    tests.commands ?? ["npm ci", "npm test"],
    tests.reportFiles ?? ["reports/*.xml"],
    tests.runtimeVersions ?? {},
  ]).apply(
    ([contextDirectory, buildArguments, buildkitImage, sbomImage, testCommands, reportFiles, runtimeVersions]) => ({
      contextDirectory,
      buildArguments,
      buildkitImage,
      sbomImage,
      testCommands,
      reportFiles,
      runtimeVersions,
    }),
  );
}

/** A build context outside the source would hand the image files of the build machine. */
function insideRepository(directory: string): string | undefined {
  return directory.startsWith("/") || directory.split("/").includes("..")
    ? "Name a folder of the repository, relative to its root."
    : undefined;
}
