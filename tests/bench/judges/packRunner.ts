import { readdirSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../../policies/cli/check";
import { controls } from "../../../policies/controls";

/** Judges a folder of exported stacks, as `container-delivery-policies check` does each. Bundled into a process of its own. */
async function main(folder: string): Promise<void> {
  const verdicts: Record<string, { looked: string[]; found: string[] }> = {};
  const looked = controls.map(({ id }) => id);
  for (const file of readdirSync(folder)) {
    const { text } = await check(join(folder, file), { json: true });
    const { findings } = JSON.parse(text) as { findings: { policy: string; outcome: string }[] };
    const violated = findings.filter(({ outcome }) => outcome === "violation").map(({ policy }) => policy);
    verdicts[file.replace(/\.json$/, "")] = { looked, found: [...new Set(violated)] };
  }
  console.log(JSON.stringify(verdicts));
}

void main(process.argv[2] ?? ".");
