import type { Control } from "../shared/control";
import { cpArtifactKms } from "./artifactKms";
import { cpTypeV2 } from "./typeV2";
import { cpNoGithubV1 } from "./noGithubV1";
import { cpApproval } from "./approval";
import { cpRollback } from "./rollback";
import { cpCrossAccountKey } from "./crossAccountKey";
import { cpWebhook } from "./webhook";

export const codepipelineControls: readonly Control[] = [
  cpArtifactKms,
  cpTypeV2,
  cpNoGithubV1,
  cpApproval,
  cpRollback,
  cpCrossAccountKey,
  cpWebhook,
];
