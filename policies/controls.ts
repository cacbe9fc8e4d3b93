import { codebuildControls } from "./codebuild/index";
import { codedeployControls } from "./codedeploy/index";
import { codepipelineControls } from "./codepipeline/index";
import { ecrControls } from "./ecr/index";
import { ecsControls } from "./ecs/index";
import { elbControls } from "./elb/index";
import { iamControls } from "./iam/index";
import { kmsControls } from "./kms/index";
import { networkControls } from "./network/index";
import { observabilityControls } from "./observability/index";
import { s3Controls } from "./s3/index";
import { secretsControls } from "./secrets/index";
import type { Control } from "./shared/control";
import { stackControls } from "./stack/index";

/** The catalogue: every control of the pack, by service. */
export const controls: readonly Control[] = [
  ...ecrControls,
  ...codebuildControls,
  ...codepipelineControls,
  ...codedeployControls,
  ...ecsControls,
  ...s3Controls,
  ...iamControls,
  ...kmsControls,
  ...networkControls,
  ...elbControls,
  ...observabilityControls,
  ...secretsControls,
  ...stackControls,
];
