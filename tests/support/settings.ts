import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const root = join(__dirname, "../..");
const read = (file: string) => parse(readFileSync(join(root, file), "utf8"));

/** The config block of the project file. */
export const declared = read("Pulumi.yaml").config as Record<
  string,
  { type: string; default: unknown; description: string }
>;

/** What the program of a stack is given: the project's defaults, then the stack's own settings, as text. */
export function settingsOf(stack: string): Record<string, string> {
  const defaults = Object.entries(declared).map(([key, { default: value }]) => [`container-delivery:${key}`, value]);
  const own = Object.entries(read(`Pulumi.${stack}.yaml`).config);
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  return Object.fromEntries([...defaults, ...own].map(([key, value]) => [key, text(value)]));
}
