import { digestFile, imageScript } from "./imageScript";
import { scanGateScript } from "./scanGate";
import { quote, runScript } from "./shell";

/** The part of CodeBuild's buildspec format, version 0.2, that we generate. */
export interface Buildspec {
  readonly version: 0.2;
  readonly env: { readonly shell: "bash"; readonly "exported-variables"?: string[] };
  readonly phases: Partial<Record<PhaseName, Phase>>;
  readonly reports?: Record<string, Report>;
}
export type PhaseName = "install" | "pre_build" | "build" | "post_build";
export interface Phase {
  readonly "runtime-versions"?: Record<string, string>;
  /** CodeBuild runs post_build after a failed build unless the build aborts. */
  readonly "on-failure": "ABORT";
  readonly commands: string[];
}
export interface Report {
  readonly files: string[];
  readonly "base-directory": string;
  readonly "file-format": "JUNITXML";
}

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

/** CodeBuild reads JSON where it reads YAML, and JSON needs no quoting rules of our own. */
export function renderBuildspec(buildspec: Buildspec): string {
  return JSON.stringify(buildspec, null, 2);
}

const registryLogin =
  'aws ecr get-login-password | docker login --username AWS --password-stdin "${REPOSITORY_URI%%/*}"';

/** Docker's own builder cannot export a cache (aws/aws-codebuild-docker-images#736). */
function createBuilder(image?: string): string {
  const option = image === undefined ? "" : ` --driver-opt ${quote(`image=${image}`)}`;
  return `docker buildx create --use --name delivery --driver docker-container${option}`;
}
