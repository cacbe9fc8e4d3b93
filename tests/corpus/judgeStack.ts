import { parseStack } from "../../policies/cli/exportedStack";
import { controls } from "../../policies/controls";
import { resolve } from "../../policies/shared/configuration/resolve";
import { Judgement } from "../../policies/shared/judgement/judgement";
import { account } from "../support/policy";
import type { StackFile } from "./stackFile";
import { type Phase, stateText } from "./stackState";

/** `<resource> <control>` for each violation, `<resource> undecided <control>` for what cannot be decided. */
export async function judgeStackFile(file: StackFile, phase: Phase): Promise<string[]> {
  const exported = parseStack(stateText(file, phase));
  const families = file.families ?? [...new Set(controls.map(familyOf))].filter((family) => family !== "pulumi");
  const judging = controls.filter((control) => families.includes(familyOf(control)));
  const resolved = resolve({
    controls: judging,
    sources: { variables: {}, pack: { accounts: [account] }, stack: {} },
    stackName: exported.stack,
    projectName: exported.project,
    preview: exported.preview,
    stackTags: new Map(),
    announced: new Map(),
    now: new Date(),
  });
  const judgement = new Judgement(judging);
  for (const resource of exported.resources) await judgement.resource(resource, resolved);
  await judgement.stack(exported.index, resolved);
  const found = judgement.record.findings.map(({ name, outcome, control }) =>
    [name || "stack", ...(outcome === "undecided" ? ["undecided"] : []), control.id].join(" "),
  );
  return [...new Set(found)].sort();
}

export function familyOf({ id }: { readonly id: string }): string {
  return id.split("-")[0] as string;
}
