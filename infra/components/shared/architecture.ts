/** Processor architecture of the image, of the machine that builds it and of the tasks that run it. */
export const Architecture = {
  Arm64: "ARM64",
  X86_64: "X86_64",
} as const;
export type Architecture = (typeof Architecture)[keyof typeof Architecture];

/** What CodeBuild and buildx call the same architecture. */
export interface BuildMachine {
  readonly image: string;
  readonly type: string;
  readonly platform: string;
}

// Maintained images (github aws/aws-codebuild-docker-images). Both bring Docker with buildx, AWS CLI v2 and jq.
const machines: Record<Architecture, BuildMachine> = {
  ARM64: {
    image: "aws/codebuild/amazonlinux-aarch64-standard:4.0",
    type: "ARM_CONTAINER",
    platform: "linux/arm64",
  },
  X86_64: { image: "aws/codebuild/standard:8.0", type: "LINUX_CONTAINER", platform: "linux/amd64" },
};

/** Images are built on the architecture they run on: emulation makes builds several times slower. */
export function buildMachine(architecture: Architecture): BuildMachine {
  return machines[architecture];
}
