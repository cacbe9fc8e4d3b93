import type { Control } from "../control";
import type { Configured } from "./configured";
import { didYouMean } from "./nearest";

/** The two policies of the pack that are no controls: they run the controls. */
export const settingsPolicy = "settings";
export const summaryPolicy = "summary";

/** What is wrong with `--policy-pack-config`: the CLI itself accepts any name. */
export function controlProblems(controls: readonly Control[], configured: Configured): string[] {
  const byId = new Map(controls.map((control) => [control.id, control]));
  const names = [...byId.keys(), "all", settingsPolicy, summaryPolicy];
  const problems: string[] = [];
  const level = configured.get(settingsPolicy)?.level;
  if (level !== undefined && level !== "mandatory" && level !== configured.get("all")?.level) {
    problems.push("Policy configuration `settings` has no level of its own. Disable controls by name, or `all`.");
  }
  // In a fixed order: the configuration arrives in any.
  for (const [name, { properties }] of [...configured].sort(([a], [b]) => a.localeCompare(b))) {
    if (!names.includes(name)) {
      problems.push(`Policy configuration \`${name}\` is no control.${didYouMean(name, names)}`);
      continue;
    }
    if (name === settingsPolicy) continue;
    const known = Object.keys(byId.get(name)?.configSchema?.properties ?? {});
    for (const property of Object.keys(properties)) {
      if (known.includes(property)) continue;
      const what = known.length === 0 ? "has no properties" : `has no property \`${property}\``;
      problems.push(`Policy configuration \`${name}\`: ${name} ${what}.${didYouMean(property, known)}`);
    }
  }
  return problems;
}
