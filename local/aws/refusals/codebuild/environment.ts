import { oneOf, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, textAt, valueAt } from "../paths";
import { refusal, when } from "../rules";

const code = "InvalidInputException";
const small = "BUILD_GENERAL1_SMALL";
const medium = "BUILD_GENERAL1_MEDIUM";
const large = "BUILD_GENERAL1_LARGE";
const largest = ["BUILD_GENERAL1_XLARGE", "BUILD_GENERAL1_2XLARGE"];
const lambdaSizes = ["1GB", "2GB", "4GB", "8GB", "10GB"].map((size) => `BUILD_LAMBDA_${size}`);
const fleetSizes = ["ATTRIBUTE_BASED_COMPUTE", "CUSTOM_INSTANCE_TYPE"];
const onDemand = [small, medium, large, ...largest, ...fleetSizes];

/** https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-compute-types.html */
export const computeTypesOf: Record<string, string[]> = {
  LINUX_CONTAINER: onDemand,
  ARM_CONTAINER: onDemand,
  LINUX_GPU_CONTAINER: [small, large, ...fleetSizes],
  WINDOWS_CONTAINER: [medium, large],
  WINDOWS_SERVER_2019_CONTAINER: [medium, large, ...largest, ...fleetSizes],
  WINDOWS_SERVER_2022_CONTAINER: [medium, large, ...largest, ...fleetSizes],
  LINUX_LAMBDA_CONTAINER: lambdaSizes,
  ARM_LAMBDA_CONTAINER: lambdaSizes,
  LINUX_EC2: onDemand,
  ARM_EC2: onDemand,
  WINDOWS_EC2: onDemand,
  MAC_ARM: [medium, large, ...fleetSizes],
};

/** Type, size, image and privileges of the build container have to fit together. */
export function refuseEnvironment({ inputs }: Call): Refusal[] {
  const environment = valueAt(inputs, "environment");
  const type = textAt(environment, "type");
  const size = textAt(environment, "computeType");
  const sizes = type === undefined ? undefined : computeTypesOf[type];
  if (type === undefined || sizes === undefined) return [];
  const problem = size === undefined ? undefined : oneOf(...sizes)(size);
  const isLambda = type.includes("LAMBDA");
  const forbidden = isLambda ? ["dockerServer", "fleet"].filter((name) => isSet(environment, name)) : [];
  return [
    ...when(
      problem !== undefined,
      code,
      "environment.computeType",
      `environment.computeType is ${show(size)} and environment.type is ${type}: ${problem}.`,
    ),
    ...when(
      isLambda && valueAt(environment, "privilegedMode") === true,
      code,
      "environment.privilegedMode",
      `environment.privilegedMode is true and environment.type is ${type}: Lambda compute cannot run Docker. Use LINUX_CONTAINER or ARM_CONTAINER.`,
    ),
    ...forbidden.map((name) =>
      refusal(code, `environment.${name}`, `environment.${name} is set and environment.type is ${type}: remove it.`),
    ),
    ...when(
      type.endsWith("_EC2") && !isSet(environment, "fleet"),
      code,
      "environment.fleet",
      `environment.fleet is missing: environment.type ${type} runs on a fleet only.`,
    ),
    ...imageProblems(environment, type),
  ];
}

function imageProblems(environment: unknown, type: string): Refusal[] {
  const image = textAt(environment, "image");
  if (image === undefined) return [];
  const isArm = type.startsWith("ARM");
  const isArmImage = /aarch64/.test(image);
  const isManaged = image.startsWith("aws/codebuild/");
  const credentials = textAt(environment, "imagePullCredentialsType");
  const isLinuxContainer = type === "LINUX_CONTAINER" || type === "ARM_CONTAINER";
  return [
    ...when(
      !/^[a-zA-Z0-9][\w.\-/:@]*$/.test(image),
      code,
      "environment.image",
      `environment.image is ${show(image)}: invalid image name. Write it like "aws/codebuild/standard:8.0".`,
    ),
    ...when(
      isManaged && !/^aws\/codebuild\/[a-z0-9_.-]+:[\w.-]+$/.test(image),
      code,
      "environment.image",
      `environment.image is ${show(image)}: a managed image has a tag, like "aws/codebuild/standard:8.0".`,
    ),
    ...when(
      isManaged && isLinuxContainer && isArm !== isArmImage,
      code,
      "environment.image",
      `environment.image is ${show(image)} and environment.type is ${type}: use ${isArm ? "an aarch64 image" : "an x86 image"}, or ${isArm ? "LINUX_CONTAINER" : "ARM_CONTAINER"}.`,
    ),
    ...when(
      isManaged && credentials === "SERVICE_ROLE",
      code,
      "environment.imagePullCredentialsType",
      "environment.imagePullCredentialsType is SERVICE_ROLE and the image is one of CodeBuild's own: use CODEBUILD.",
    ),
    ...when(
      isSet(environment, "registryCredential") && credentials !== "SERVICE_ROLE",
      code,
      "environment.registryCredential",
      "environment.registryCredential is set: environment.imagePullCredentialsType must be SERVICE_ROLE.",
    ),
  ];
}
