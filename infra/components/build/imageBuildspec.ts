import type { Buildspec } from "../shared/buildspec";
import { scanGateScript } from "../shared/scanGateScript";
import { quote, runScript } from "../shared/shell";
import { digestFile, imageScript } from "./imageScript";

export interface BuildspecOptions {
  /** Folder with the service: tests run here, and it is the build context of the image. */
  readonly contextDirectory: string;
  /** Commands that test the service; each is shell as CodeBuild runs it. */
  readonly testCommands: string[];
  /** JUnit files that the tests write, relative to the folder with the service. */
  readonly reportFiles: string[];
  /** Language runtimes, as `{ nodejs: "24" }`. */
  readonly runtimeVersions: Record<string, string>;
  readonly buildArguments: Record<string, string>;
  readonly buildkitImage?: string;
  readonly sbomImage?: string;
}

/** Name of the test report group after the project's name and a hyphen. */
export const reportName = "tests";

/** Test, build, push by immutable tag, then wait for the scan of exactly the pushed digest. */
export function imageBuildspec(options: BuildspecOptions): Buildspec {
  const { contextDirectory, testCommands, reportFiles, runtimeVersions, buildArguments, sbomImage } = options;
  const directory = `"$CODEBUILD_SRC_DIR"/${quote(contextDirectory)}`;
  return {
    version: 0.2,
    env: { shell: "bash", "exported-variables": ["IMAGE_DIGEST", "IMAGE_URI", "COMMIT"] },
    phases: {
      install: {
        ...(Object.keys(runtimeVersions).length > 0 && { "runtime-versions": runtimeVersions }),
        "on-failure": "ABORT",
        commands: [registryLogin, createBuilder(options.buildkitImage)],
      },
      pre_build: { "on-failure": "ABORT", commands: [`cd ${directory}`, ...testCommands] },
      build: {
        "on-failure": "ABORT",
        commands: [
          `export COMMIT="\${COMMIT:-\${CODEBUILD_RESOLVED_SOURCE_VERSION:-}}"`,
          `cd ${directory}`,
          runScript(imageScript({ buildArguments, sbomImage })),
          `export IMAGE_DIGEST="$(cat ${digestFile})"`,
          `export IMAGE_URI="$REPOSITORY_URI@$IMAGE_DIGEST"`,
        ],
      },
      post_build: { "on-failure": "ABORT", commands: [runScript(scanGateScript)] },
    },
    ...(reportFiles.length > 0 && {
      reports: {
        [reportName]: { files: reportFiles, "base-directory": contextDirectory, "file-format": "JUNITXML" },
      },
    }),
  };
}

const registryLogin =
  'aws ecr get-login-password | docker login --username AWS --password-stdin "${REPOSITORY_URI%%/*}"';

/** Docker's own builder cannot export a cache (aws/aws-codebuild-docker-images#736). */
function createBuilder(image?: string): string {
  const option = image === undefined ? "" : ` --driver-opt ${quote(`image=${image}`)}`;
  return `docker buildx create --use --name delivery --driver docker-container${option}`;
}
