import { all } from "@pulumi/pulumi";
import type { Input, Output } from "@pulumi/pulumi";
import { validated } from "../shared/validate";
import type { BuildspecOptions } from "./imageBuildspec";

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
