/** Judges the output of `pulumi preview --json` in this process, as a whole or with one resource changed. */
import { strict as assert } from "node:assert";
import { parseStack } from "../../policies/cli/exportedStack";
import { controls } from "../../policies/controls";
import { resolve } from "../../policies/shared/configuration/resolve";
import type { Judged } from "../../policies/shared/judgement/judged";
import { Judgement } from "../../policies/shared/judgement/judgement";

export interface PreviewedResource {
  type: string;
  urn: string;
  protect?: boolean;
  ignoreChanges?: string[];
  inputs: Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- mutations reach anywhere
}

interface Preview {
  readonly steps: { newState?: PreviewedResource }[];
}

/** Every finding of the whole pack about a preview, with the levels of the stack's own environment. */
export async function judgePreview(text: string): Promise<Judged[]> {
  const exported = parseStack(text);
  const resolved = resolve({
    controls,
    sources: { variables: {}, pack: {}, stack: exported.config },
    stackName: exported.stack,
    projectName: exported.project,
    preview: true,
    stackTags: new Map(),
    announced: new Map(),
    now: new Date(),
  });
  assert.deepEqual([...resolved.problems, ...exported.gaps], []);
  // All controls, those too that this environment leaves out: each must be able to fire.
  const everywhere = {
    ...resolved,
    levelOf: (control: (typeof controls)[number]) => enabled(resolved.levelOf(control)),
  };
  const judgement = new Judgement(controls);
  const judged: Judged[] = [];
  for (const resource of exported.resources) judged.push(...(await judgement.resource(resource, everywhere)));
  judged.push(...(await judgement.stack(exported.index, everywhere)));
  return judged;
}

function enabled<Level extends string>(level: Level): Level {
  return (level === "disabled" ? "advisory" : level) as Level;
}

/** One line for each finding: what it says about which property of which resource. */
export function line({ control, outcome, urn, path, detail = "" }: Judged): string {
  return [control.id, outcome, urn.split("::").slice(2).join("::"), path, detail].join(" ");
}

/** The preview with one resource changed. `name` is the resource's name; fails when there is none. */
export function changed(
  text: string,
  type: string,
  name: string,
  change: (resource: PreviewedResource) => void,
): string {
  const preview = JSON.parse(text) as Preview;
  const states = preview.steps.flatMap(({ newState }) => newState ?? []);
  const found = states.find((state) => state.type === type && state.urn.endsWith(`::${name}`));
  assert.ok(found, `the preview has no ${type} named ${name}`);
  change(found);
  return JSON.stringify(preview);
}

/** The preview without one resource. */
export function without(text: string, type: string, name: string): string {
  const preview = JSON.parse(text) as Preview;
  const steps = preview.steps.filter(
    ({ newState }) => !(newState?.type === type && newState.urn.endsWith(`::${name}`)),
  );
  assert.equal(steps.length, preview.steps.length - 1, `the preview has no ${type} named ${name}`);
  return JSON.stringify({ ...preview, steps });
}
