import pc from "picocolors";
import { controls } from "../controls";
import { didYouMean } from "../shared/configuration/nearest";
import type { Control } from "../shared/control";
import { isExemptable } from "../shared/exemptions/exemptions";
import { UsageError } from "./usageError";

/** Everything that the catalogue knows about one control, for somebody whose preview it stopped. */
export function explain(id: string, list: readonly Control[] = controls): string {
  const control = list.find((each) => each.id === id);
  if (!control) {
    const ids = list.map((each) => each.id);
    throw new UsageError(`There is no control ${id}.${didYouMean(id, ids)} \`list\` shows them all.`);
  }
  const { dev, prod } = control.levels;
  const parts: [heading: string, lines: string[]][] = [
    ["Severity", [control.severity]],
    ["Level", [dev === prod ? dev : `${dev} in dev, ${prod} elsewhere`]],
    ["Judged", [judged(control)]],
    ["What to do", [control.remediationSteps]],
    ["Corrects by itself", [control.remediate ? "when `remediate` is true" : "no"]],
    ["Exemptions", [isExemptable(control) ? "possible, with a reason and an end" : "not possible"]],
    [
      "Looks at",
      Object.entries(control.reads).map(
        ([type, paths]) => `${type === "*" ? "every resource" : type}: ${paths.join(", ") || "its existence"}`,
      ),
    ],
    ["Settings", Object.entries(control.configSchema?.properties ?? {}).map(setting)],
    ["Elsewhere", [control.references.join(", ")]],
    ["Read on", [control.url]],
  ];
  const body = parts
    .map(([heading, lines]) => [heading, lines.filter((line) => line !== "")] as const)
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => `${pc.bold(heading)}\n${lines.map((line) => `  ${line}`).join("\n")}`);
  return [`${pc.bold(control.id)}  ${control.title}\n${control.description}`, ...body].join("\n\n");
}

function judged({ check, checkStack }: Control): string {
  if (check && checkStack) return "before each resource is created, and over the whole stack";
  if (check) return "before each resource is created";
  return "over the whole stack: in an update after creation, so make a preview required";
}

function setting([name, schema]: [string, { type?: unknown; default?: unknown; description?: string }]): string {
  const otherwise = schema.default === undefined ? "" : `, by default ${JSON.stringify(schema.default)}`;
  return `${name} (${String(schema.type ?? "any")}${otherwise})${schema.description === undefined ? "" : `: ${schema.description}`}`;
}
