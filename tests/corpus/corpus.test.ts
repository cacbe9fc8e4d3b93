import { strict as assert } from "node:assert";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { iamControls } from "../../policies/iam/index";
import { type Entry, judgeEntry } from "./judgeEntry";

const files = readdirSync(__dirname).filter((file) => file.endsWith(".json"));
const entries = files.flatMap((file) => JSON.parse(readFileSync(join(__dirname, file), "utf8")) as Entry[]);

describe("labelled corpus", () => {
  for (const entry of entries) {
    it(`${entry.kind}: ${entry.name}`, async () => {
      assert.deepEqual(await judgeEntry(entry), [...entry.expected].sort(), `${entry.reason} (${entry.source})`);
    });
  }

  it("has at least 200 entries, each with its reason and source", () => {
    assert.ok(entries.length >= 200, `${entries.length} entries`);
    for (const { name, reason, source } of entries) {
      assert.ok(reason.length > 5 && source.startsWith("https://"), name);
    }
  });

  it("names every entry once", () => {
    const names = entries.map(({ kind, name }) => `${kind}: ${name}`);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it("has an example for every control that judges documents", () => {
    const shown = new Set(entries.flatMap(({ expected }) => expected));
    const elsewhere = ["iam-inline", "iam-boundary", "iam-session", "iam-oidc-thumb", "iam-intent-covers"];
    const missing = iamControls.filter(({ id }) => !shown.has(id) && !elsewhere.includes(id)).map(({ id }) => id);
    assert.deepEqual(missing, []);
  });
});
