import type { Control } from "../shared/control";
import { pulumiProtect } from "./protect";
import { pulumiIgnoreChanges } from "./ignoreChanges";
import { pulumiProviderScope } from "./providerScope";
import { pulumiNoDefaultProvider } from "./noDefaultProvider";
import { pulumiEnvironmentKnown } from "./environmentKnown";
import { pulumiComponentParent } from "./componentParent";
import { pulumiComponentVersion } from "./componentVersion";
import { tagsRequired } from "./tagsRequired";

export const stackControls: readonly Control[] = [
  pulumiProtect,
  pulumiIgnoreChanges,
  pulumiProviderScope,
  pulumiNoDefaultProvider,
  pulumiEnvironmentKnown,
  pulumiComponentParent,
  pulumiComponentVersion,
  tagsRequired,
];
