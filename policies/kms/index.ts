import type { Control } from "../shared/control";
import { kmsRotation } from "./rotation";
import { kmsPolicyDefined } from "./policyDefined";
import { kmsPolicyPublic } from "./policyPublic";
import { kmsRootDelegation } from "./rootDelegation";
import { kmsBypass } from "./bypass";
import { kmsGrant } from "./grant";
import { kmsServiceSource } from "./serviceSource";
import { kmsDeletion } from "./deletion";
import { kmsDescription } from "./description";
import { kmsUsable } from "./usable";

export const kmsControls: readonly Control[] = [
  kmsRotation,
  kmsPolicyDefined,
  kmsPolicyPublic,
  kmsRootDelegation,
  kmsBypass,
  kmsGrant,
  kmsServiceSource,
  kmsDeletion,
  kmsDescription,
  kmsUsable,
];
