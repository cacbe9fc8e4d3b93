import { ecrKmsCmk } from "./ecr/kmsCmk";
import { elbControls } from "./elb/index";
import { kmsControls } from "./kms/index";
import { observabilityControls } from "./observability/index";
import { secretsControls } from "./secrets/index";
import type { Control } from "./shared/control";
import { stackControls } from "./stack/index";

/** The catalogue: every control of the pack, by service. */
export const controls: readonly Control[] = [
  ecrKmsCmk,
  ...elbControls,
  ...kmsControls,
  ...observabilityControls,
  ...secretsControls,
  ...stackControls,
];
