/** Images that CodeBuild maintains, from aws/aws-codebuild-docker-images, with wildcards. */
export const maintainedImages: readonly string[] = [
  "aws/codebuild/standard:8.0",
  "aws/codebuild/standard:7.0",
  "aws/codebuild/amazonlinux-x86_64-standard:6.0",
  "aws/codebuild/amazonlinux-x86_64-standard:5.0",
  // The names that Amazon Linux 2023 had at first, and that AWS's tools still write.
  "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
  "aws/codebuild/amazonlinux2-aarch64-standard:3.0",
  "aws/codebuild/amazonlinux-aarch64-standard:4.0",
  "aws/codebuild/amazonlinux-aarch64-standard:3.0",
  "aws/codebuild/amazonlinux-x86_64-lambda-standard:*",
  "aws/codebuild/amazonlinux-aarch64-lambda-standard:*",
  "aws/codebuild/windows-base:2019-*",
  "aws/codebuild/windows-base:2022-*",
  "aws/codebuild/macos-arm-base:*",
  // What instances run themselves, without Docker.
  "aws/codebuild/ami/amazonlinux-x86_64-base:*",
  "aws/codebuild/ami/amazonlinux-arm-base:*",
  "aws/codebuild/ami/windows-base:*",
];

/** An image of ECR, private or public, by digest. */
export function isPinnedEcrImage(image: string): boolean {
  return /^(\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.(com(\.cn)?|eu)|on\.aws)|public\.ecr\.aws)\/.+@sha256:[0-9a-f]+$/.test(
    image,
  );
}
