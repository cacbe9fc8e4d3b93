import { readdirSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../../policies/cli/check";

/** Judges a folder of exported stacks, as `container-delivery-policies check` does each. Bundled into a process of its own. */
async function main(folder: string): Promise<void> {
  const found: Record<string, string[]> = {};
  for (const file of readdirSync(folder)) {
    const { text } = await check(join(folder, file), { json: true });
    const { findings } = JSON.parse(text) as { findings: { policy: string; outcome: string }[] };
    const violated = findings.filter(({ outcome }) => outcome === "violation").map(({ policy }) => policy);
    found[file.replace(/\.json$/, "")] = [...new Set(violated)];
  }
  console.log(JSON.stringify(found));
}

void main(process.argv[2] ?? ".");
