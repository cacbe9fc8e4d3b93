import type { Control } from "../shared/control";
import { ecrScanOnPush } from "./scanOnPush";
import { ecrKmsCmk } from "./kmsCmk";
import { ecrImmutableTags } from "./immutableTags";
import { ecrLifecycle } from "./lifecycle";
import { ecrTags } from "./tags";
import { ecrPolicyPublic } from "./policyPublic";
import { ecrForceDelete } from "./forceDelete";
import { ecrPullThrough } from "./pullThrough";
import { ecrCreationTemplate } from "./creationTemplate";
import { ecrReplication } from "./replication";
import { ecrInspector } from "./inspector";
import { ecrSigning } from "./signing";

export const ecrControls: readonly Control[] = [
  ecrScanOnPush,
  ecrKmsCmk,
  ecrImmutableTags,
  ecrLifecycle,
  ecrTags,
  ecrPolicyPublic,
  ecrForceDelete,
  ecrPullThrough,
  ecrCreationTemplate,
  ecrReplication,
  ecrInspector,
  ecrSigning,
];
