import type { Control } from "./shared/control";
import { ordinaryPolicy } from "./shared/registration/policies";
import { Session } from "./shared/registration/session";
import { controls } from "./controls";

export { controls } from "./controls";
export { conductedPolicies } from "./shared/registration/policies";
export { Session } from "./shared/registration/session";
export { onConfigure } from "./shared/registration/onConfigure";
export { watchSecrets } from "./shared/registration/watchSecrets";
export type { Control };

/** Every control as an ordinary policy of `@pulumi/policy`, for those who compose a pack of their own. */
export function policies(list: readonly Control[] = controls): ReturnType<typeof ordinaryPolicy>[] {
  const session = new Session(list);
  return list.map((control) => ordinaryPolicy(control, session));
}
