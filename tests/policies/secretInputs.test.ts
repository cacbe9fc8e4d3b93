import { strict as assert } from "node:assert";
import { controls } from "../../policies/controls";
import { resolve } from "../../policies/shared/configuration/resolve";
import type { Control } from "../../policies/shared/control";
import { Judgement } from "../../policies/shared/judgement/judgement";
import { violationsOf } from "../../policies/shared/judgement/message";
import { type Described, resourceOf, stackOf } from "../support/policy";

const secretText = "swordfish-and-chips";

/** An object in which only `path` has a value, once in plain objects and once with a list at every step below the first. */
function holding(path: string, value: unknown, inLists: boolean): object {
  return path.split(".").reduceRight<unknown>((inner, part, index) => {
    const object = { [part]: inner };
    return inLists && index > 0 ? [object] : object;
  }, value) as object;
}

function markedPath(path: string, inLists: boolean): string {
  return inLists ? path.split(".").join("[0].") : path;
}

async function judged(control: Control, described: Described): Promise<string[]> {
  const resolved = resolve({
    controls: [control],
    sources: { variables: {}, pack: { accounts: ["123456789012"] }, stack: {} },
    stackName: "prod",
    projectName: "shop",
    preview: true,
    stackTags: new Map(),
    announced: new Map([[control.id, "mandatory" as const]]),
    now: new Date("2026-06-01"),
    configured: new Map([[control.id, { level: "mandatory" as const, properties: {} }]]),
  });
  const judgement = new Judgement([control]);
  await judgement.resource(resourceOf(described), resolved);
  await judgement.stack(stackOf(described), resolved);
  const { findings } = judgement.record;
  for (const { message } of described.secrets ? violationsOf([...findings]) : []) {
    assert.ok(!message.toLowerCase().includes(secretText), `${control.id} tells: ${message}`);
  }
  return findings.map(({ outcome, path }) => `${outcome} ${path}`).sort();
}

describe("what a program marks as secret", () => {
  for (const control of controls) {
    it(`is judged as everything else, and never told: ${control.id}`, async () => {
      for (const [type, paths] of Object.entries(control.reads)) {
        if (type === "*") continue;
        for (const path of paths) {
          for (const value of [secretText, `{"${secretText}`, true, false, 0]) {
            for (const inLists of [false, true]) {
              const described = { type, name: "it", props: holding(path, value, inLists) };
              const open = await judged(control, described);
              const hidden = await judged(control, { ...described, secrets: [markedPath(path, inLists)] });
              const lost = open.filter((finding) => !hidden.includes(finding));
              assert.deepEqual(lost, [], `${type} ${path} = ${String(value)}`);
            }
          }
        }
      }
    });
  }
});
