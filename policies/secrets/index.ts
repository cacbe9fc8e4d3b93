import type { Control } from "../shared/control";
import { secretKms } from "./kms";
import { secretRotation } from "./rotation";
import { secretPolicy } from "./policy";
import { secretInline } from "./inline";
import { secretRecovery } from "./recovery";
import { ssmSecure } from "./ssmSecure";

export const secretsControls: readonly Control[] = [
  secretKms,
  secretRotation,
  secretPolicy,
  secretInline,
  secretRecovery,
  ssmSecure,
];
