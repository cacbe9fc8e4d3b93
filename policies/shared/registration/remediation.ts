import type { ResourceRemediation } from "@pulumi/policy";
import type { Control } from "../control";
import { plain, resourceOf, unwrapped } from "../judgement/args";
import { Node } from "../node";
import type { Session } from "./session";

/** Lays the control's changed inputs over the resource's own, which keep their secrets and unknowns. */
export function remediationOf(control: Control, session: Session): ResourceRemediation {
  const remediate: ResourceRemediation & { __pulumiType?: string } = (args) => {
    if (!Object.hasOwn(control.reads, args.type) && !Object.hasOwn(control.reads, "*")) return undefined;
    const { settings, configOf, problems } = session.resolve(args.stackTags);
    if (problems.length > 0) return undefined;
    const resource = { ...resourceOf(args), props: new Node(plain(args.props)) };
    try {
      const changed = control.remediate?.(resource, {
        settings,
        config: configOf(control),
        declaredIntent: () => undefined,
      });
      if (!changed || Object.keys(changed).length === 0) return undefined;
      return { ...(unwrapped(args.props) as Record<string, unknown>), ...changed };
    } catch {
      // Whatever is unknown or broken stays as it is: the control's check speaks about it.
      return undefined;
    }
  };
  const [type, ...more] = Object.keys(control.reads);
  // The SDK then skips other types before it prepares anything.
  if (type !== undefined && type !== "*" && more.length === 0) remediate.__pulumiType = type;
  return remediate;
}
