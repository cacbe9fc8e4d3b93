import pc from "picocolors";
import { controls } from "../controls";
import { settingsPolicy } from "../shared/configuration/controlConfiguration";
import { keys } from "../shared/configuration/keys";
import { didYouMean } from "../shared/configuration/nearest";
import { variableName } from "../shared/configuration/sources";
import type { Control } from "../shared/control";
import { isExemptable } from "../shared/exemptions/exemptions";
import { UsageError } from "./usageError";

/** Everything that the catalogue knows about one control, for somebody whose preview it stopped. */
export function explain(id: string, list: readonly Control[] = controls): string {
  if (id === settingsPolicy) return settingsText();
  const control = list.find((each) => each.id === id) ?? sameRule(id, list);
  if (!control) {
    const near = didYouMean(id, [...list.map((each) => each.id), settingsPolicy]);
    throw new UsageError(`There is no control ${id}.${near} \`list\` shows them all.`);
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

/** The control that is the rule with this id in another framework: `CKV_AWS_163`, `ECR.1` or `Security Hub ECR.1`. */
function sameRule(id: string, list: readonly Control[]): Control | undefined {
  const asked = id.toLowerCase();
  const isSame = (reference: string) =>
    reference.toLowerCase() === asked || reference.toLowerCase().endsWith(` ${asked}`);
  const found = asked === "" ? [] : list.filter(({ references }) => references.some(isSame));
  if (found.length <= 1) return found[0];
  const ids = found.map((each) => each.id).join(", ");
  throw new UsageError(`${id} is several controls here. Ask for one of ${ids}.`);
}

function settingsText(): string {
  const lines = Object.entries(keys).map(
    ([name, { schema, expected }]) =>
      `${pc.bold(name)}  ${variableName(name)}\n  ${String(schema.description)} It is ${expected}.`,
  );
  const what = `The policy \`${settingsPolicy}\` tells what is wrong with the settings and exemptions of the pack. The settings are:`;
  return [what, ...lines].join("\n\n");
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
