import type { Control } from "../shared/control";
import { kmsRotation } from "./rotation";
import { kmsPolicyDefined } from "./policyDefined";
import { kmsBypass } from "./bypass";
import { kmsDeletion } from "./deletion";
import { kmsDescription } from "./description";

export const kmsControls: readonly Control[] = [kmsRotation, kmsPolicyDefined, kmsBypass, kmsDeletion, kmsDescription];
