import type { Control } from "../shared/control";
import { secretKms } from "./kms";
import { secretRotation } from "./rotation";
import { secretInline } from "./inline";
import { secretRecovery } from "./recovery";
import { ssmSecure } from "./ssmSecure";

export const secretsControls: readonly Control[] = [secretKms, secretRotation, secretInline, secretRecovery, ssmSecure];
