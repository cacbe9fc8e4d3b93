import Table from "cli-table3";
import pc from "picocolors";
import { controls } from "../controls";
import type { Control, Severity } from "../shared/control";
import { isExemptable } from "../shared/exemptions/exemptions";

export function list(asJson: boolean, all: readonly Control[] = controls): string {
  if (asJson) return JSON.stringify(all.map(described), null, 2);
  const table = new Table({ head: ["control", "severity", "dev", "prod", "what"], style: { head: [], border: [] } });
  for (const { id, severity, levels, title } of all) {
    table.push([id, colours[severity](severity), levels.dev, levels.prod, title]);
  }
  return `${table.toString()}\n${all.length} controls. \`explain <control>\` says more about one.`;
}

const colours: Readonly<Record<Severity, (text: string) => string>> = {
  critical: pc.red,
  high: pc.yellow,
  medium: pc.cyan,
  low: pc.dim,
};

function described(control: Control): object {
  const { id, title, description, severity, levels, references, remediationSteps, url, reads, configSchema } = control;
  return {
    id,
    title,
    description,
    severity,
    levels,
    types: Object.keys(reads),
    judges: [...(control.check ? ["resource"] : []), ...(control.checkStack ? ["stack"] : [])],
    remediates: control.remediate !== undefined,
    exemptable: isExemptable(control),
    references,
    remediationSteps,
    url,
    settings: configSchema?.properties ?? {},
  };
}
