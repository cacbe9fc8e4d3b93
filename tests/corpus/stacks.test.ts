import { strict as assert } from "node:assert";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { controls } from "../../policies/controls";
import { familyOf, judgeStackFile } from "./judgeStack";
import type { StackFile } from "./stackFile";

const folder = join(__dirname, "stacks");
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, file: JSON.parse(readFileSync(join(folder, name), "utf8")) as StackFile }));

function expectedOf({ expected }: StackFile): string[] {
  return Object.entries(expected).flatMap(([resource, ids]) => ids.map((id) => `${resource} ${id}`));
}

describe("other people's stacks", () => {
  for (const { name, file } of files) {
    it(`${name}: ${file.title}`, async () => {
      assert.deepEqual(
        await judgeStackFile(file, "deployed"),
        expectedOf(file).sort(),
        `${file.reason} (${file.source})`,
      );
    });

    // What an output will be is not known: the control says so, or finds it. It neither passes nor makes things up.
    it(`${name} in its first preview`, async () => {
      const found = await judgeStackFile(file, "first preview");
      const expected = expectedOf(file).map((entry) => entry.replace(" undecided ", " "));
      const told = found.map((entry) => entry.replace(" undecided ", " "));
      assert.deepEqual(
        expected.filter((entry) => !told.includes(entry)),
        [],
        "neither found nor undecided",
      );
      assert.deepEqual(
        found.filter((entry) => !entry.includes(" undecided ") && !expected.includes(entry)),
        [],
        "found only in the preview",
      );
    });

    it(`${name} names its source and only what exists`, () => {
      assert.match(file.source, /^https:\/\//);
      assert.ok(file.reason.length > 20, "the reason is missing");
      const ids = new Set(controls.map(({ id }) => id));
      const families = new Set(controls.map(familyOf));
      for (const [resource, expected] of Object.entries(file.expected)) {
        assert.ok(
          resource === "stack" || file.resources.some((one) => one.name === resource),
          `no resource ${resource}`,
        );
        for (const id of expected) assert.ok(ids.has(id.replace("undecided ", "")), `no control ${id}`);
      }
      for (const family of file.families ?? []) assert.ok(families.has(family), `no control begins with ${family}`);
    });
  }
});
