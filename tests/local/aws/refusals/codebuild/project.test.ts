import { UNKNOWN } from "../../../../../local/aws/refusals/contract";
import { role, roleArn, stored, table } from "../support";

const type = "aws:codebuild/project:Project";
const code = "InvalidInputException";
const base = {
  name: "build",
  serviceRole: roleArn("build"),
  source: { type: "CODEPIPELINE", buildspec: "version: 0.2\nphases:\n  build:\n    commands: [make]\n" },
  artifacts: { type: "CODEPIPELINE" },
  environment: {
    type: "LINUX_CONTAINER",
    computeType: "BUILD_GENERAL1_SMALL",
    image: "aws/codebuild/standard:8.0",
    privilegedMode: true,
    environmentVariables: [{ name: "REPOSITORY", value: "app" }],
  },
};
const arm = {
  "environment.type": "ARM_CONTAINER",
  "environment.image": "aws/codebuild/amazonlinux-aarch64-standard:4.0",
};
const lambda = {
  "environment.type": "LINUX_LAMBDA_CONTAINER",
  "environment.computeType": "BUILD_LAMBDA_2GB",
  "environment.image": "aws/codebuild/amazonlinux-x86_64-lambda-standard:nodejs22",
  "environment.privilegedMode": false,
};

describe("codebuild/project", () => {
  table({
    type,
    base,
    store: [
      role("build", "codebuild.amazonaws.com"),
      role("task", "ecs-tasks.amazonaws.com"),
      stored(type, "taken", { name: "taken" }),
    ],
    accepts: {
      ARM: arm,
      "Lambda compute": lambda,
      "its own image": {
        "environment.image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/ci@sha256:" + "a".repeat(64),
        "environment.imagePullCredentialsType": "SERVICE_ROLE",
      },
      "a local Docker cache": { cache: { type: "LOCAL", modes: ["LOCAL_DOCKER_LAYER_CACHE"] } },
      "an unknown role and type": { serviceRole: UNKNOWN, "environment.type": UNKNOWN },
      "no source with a buildspec": { "source.type": "NO_SOURCE", "artifacts.type": "NO_ARTIFACTS" },
      "a role of another account": { serviceRole: "arn:aws:iam::999999999999:role/build" },
    },
    refuses: {
      "a name with a dot": [{ name: "my.build" }, code, "letters, digits, - and _"],
      "a name that is taken": [{ name: "taken" }, "ResourceAlreadyExistsException"],
      "a role that is not there": [{ serviceRole: roleArn("ghost") }, code, "no such role"],
      "a role of another service": [
        { serviceRole: roleArn("task") },
        code,
        "codebuild.amazonaws.com is not authorized to perform: sts:AssumeRole",
      ],
      "another compute type": [{ "environment.computeType": "SMALL" }, code, "BUILD_GENERAL1_SMALL"],
      "a Lambda size on a container": [
        { "environment.computeType": "BUILD_LAMBDA_1GB" },
        code,
        "environment.type is LINUX_CONTAINER",
      ],
      "privileged Lambda": [{ ...lambda, "environment.privilegedMode": true }, code, "cannot run Docker"],
      "an x86 image on ARM": [{ "environment.type": "ARM_CONTAINER" }, code, "an aarch64 image"],
      "an ARM image on x86": [{ ...arm, "environment.type": "LINUX_CONTAINER" }, code, "an x86 image"],
      "a managed image without tag": [{ "environment.image": "aws/codebuild/standard" }, code, "has a tag"],
      "EC2 without a fleet": [{ "environment.type": "LINUX_EC2" }, code, "environment.fleet is missing"],
      "a managed image with the role's credentials": [
        { "environment.imagePullCredentialsType": "SERVICE_ROLE" },
        code,
        "use CODEBUILD",
      ],
      "pipeline artifacts without pipeline source": [
        { source: { type: "GITHUB", location: "https://github.com/a/b.git" } },
        code,
        "for both or for none",
      ],
      "GitHub without location": [
        { source: { type: "GITHUB" }, "artifacts.type": "NO_ARTIFACTS" },
        code,
        "source.location is missing",
      ],
      "no source and no buildspec": [
        { source: { type: "NO_SOURCE" }, "artifacts.type": "NO_ARTIFACTS" },
        code,
        "must be given inline",
      ],
      "artifacts in a bucket without bucket": [
        { source: { type: "NO_SOURCE", buildspec: "ci.yml" }, "artifacts.type": "S3" },
        code,
        "needs a bucket",
      ],
      "a local cache without modes": [{ cache: { type: "LOCAL" } }, code, "cache.modes is missing"],
      "a Docker cache without privileges": [
        { cache: { type: "LOCAL", modes: ["LOCAL_DOCKER_LAYER_CACHE"] }, "environment.privilegedMode": false },
        code,
        "privilegedMode true",
      ],
      "four minutes": [{ buildTimeout: 4 }, code, "5 to 2160"],
      "a variable given twice": [
        {
          "environment.environmentVariables": [
            { name: "A", value: "1" },
            { name: "A", value: "2" },
          ],
        },
        code,
        "duplicate names",
      ],
      "another kind of variable": [{ "environment.environmentVariables[0].type": "SECRET" }, code, "SECRETS_MANAGER"],
      "a subnet that is not there": [
        { vpcConfig: { vpcId: "vpc-1", subnets: ["subnet-1"], securityGroupIds: ["sg-1"] } },
        code,
        "no such subnet",
      ],
      "a broken buildspec": [{ "source.buildspec": "version: 0.2\nphases: [" }, code, "not YAML"],
    },
  });
});
