import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const root = join(__dirname, "../..");

function sources(directory: string): string[] {
  return readdirSync(join(root, directory), { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return ["node_modules", "bin", "dist"].includes(entry.name) ? [] : sources(path);
    return entry.name.endsWith(".ts") ? [relative(".", path)] : [];
  });
}

const read = (file: string) => readFileSync(join(root, file), "utf8");
const lines = (text: string) => text.trimEnd().split("\n").length;
const isComponent = (file: string) => /extends ComponentResource/.test(read(file));
const isPure = (file: string) => !/^import (?!type).* from "@pulumi/m.test(read(file));
const isControl = (file: string) => /^export const \w+: Control = /m.test(read(file));

/** Tables of facts, a row each: nothing in them to split. */
const tables = [
  "policies/iam/judge/dataGaps.ts",
  "policies/iam/judge/tokenIssuers.ts",
  "policies/stack/taggableTypes.ts",
];
const isJudged = (file: string) => !tables.includes(file) && (!file.startsWith("tests/") || file.endsWith(".test.ts"));

function limit(file: string): number {
  if (file === "infra/index.ts") return 80;
  if (file.startsWith("policies/")) return isControl(file) ? 60 : 120;
  return file.startsWith("infra/components/") && isPure(file) ? 120 : 150;
}

/** Lines from `constructor(` to the brace that closes it, by indentation. */
function constructorLength(file: string): number {
  const [, rest = ""] = read(file).split(/^ {2}constructor\(/m);
  return lines(rest.split(/^ {2}\}$/m)[0] ?? "") + 1;
}

describe("size budget", () => {
  const files = ["app", "infra", "local", "policies", "tests"].flatMap(sources).filter(isJudged);

  for (const file of files) {
    it(`${file} has at most ${limit(file)} lines`, () => {
      const length = lines(read(file));
      assert.ok(length <= limit(file), `${length} lines: split it by noun`);
    });
  }

  for (const file of files.filter((each) => each.startsWith("infra/") && isComponent(each))) {
    it(`${file} has a constructor of at most 60 lines`, () => {
      const length = constructorLength(file);
      assert.ok(length <= 60, `${length} lines: move what it creates into functions`);
    });
  }
});
