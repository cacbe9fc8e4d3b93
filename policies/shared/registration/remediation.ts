import { isDeepStrictEqual } from "node:util";
import { Secret } from "@pulumi/policy";
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
      const own = unwrapped(args.props) as Record<string, unknown>;
      const entries = Object.entries(changed ?? {}).filter(([name, value]) => !isSame(own[name], value));
      // The engine tells every remediation: one that changes nothing is none.
      if (entries.length === 0) return undefined;
      return { ...own, ...Object.fromEntries(entries.map(([name, value]) => [name, marked(own[name], value)])) };
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

function isSame(own: unknown, changed: unknown): boolean {
  return isDeepStrictEqual(plain(own), changed);
}

/** The changed value with the marks of what was secret in the one before it. */
function marked(before: unknown, changed: unknown): unknown {
  const own = unwrapped(before);
  if (isSame(own, changed)) return own;
  if (own instanceof Secret) return new Secret(marked(own.value, changed));
  if (!isMap(own) || !isMap(changed)) return changed;
  return Object.fromEntries(Object.entries(changed).map(([name, field]) => [name, marked(own[name], field)]));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
