import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StoredRecord } from "../../../local/aws/store";
import { Store } from "../../../local/aws/store";
import { BUCKET, ROLE, temporarySandbox } from "./standIn";

const record = (id: string, more: Partial<StoredRecord> = {}): StoredRecord => ({
  type: BUCKET,
  key: id,
  id,
  urn: `urn:${id}`,
  region: "global",
  account: "123456789012",
  created: "2026-01-01T00:00:00Z",
  generation: 0,
  seed: "s",
  given: ["bucket"],
  properties: { bucket: id, arn: `arn:aws:s3:::${id}` },
  ...more,
});

describe("the store", () => {
  let sandbox: ReturnType<typeof temporarySandbox>;
  let store: Store;
  beforeEach(() => {
    sandbox = temporarySandbox();
    store = new Store(sandbox.directory, "123456789012");
  });
  afterEach(() => sandbox.remove());

  const file = (id: string) => join(sandbox.directory, "aws", "123456789012", "s3", "Bucket", `global.${id}.json`);

  it("finds by id and by ARN, lists by type and forgets", () => {
    store.write(record("a"));
    store.write(record("b"));
    assert.equal(store.read(BUCKET, "global", "a")?.urn, "urn:a");
    assert.equal(store.byArn("arn:aws:s3:::b")?.id, "b");
    store.remove(BUCKET, "global", "a");
    assert.deepEqual(
      store.all(BUCKET).map(({ id }) => id),
      ["b"],
    );
    assert.equal(store.byArn("arn:aws:s3:::a"), undefined);
    assert.deepEqual(store.all(ROLE), []);
  });

  it("takes ids that are no file names, long ones too", () => {
    const ids = ["/aws/x", "../..", "a:b|c*d", "x".repeat(400), `${"x".repeat(400)}y`];
    for (const id of ids) store.write(record(id));
    for (const id of ids) assert.equal(store.read(BUCKET, "global", id)?.id, id);
    assert.equal(store.all(BUCKET).length, ids.length);
  });

  it("sees what was changed by hand", () => {
    store.write(record("a"));
    const text = readFileSync(file("a"), "utf8").replace('"bucket": "a"', '"bucket": "hand"');
    writeFileSync(file("a"), text);
    utimesSync(file("a"), new Date(), new Date(Date.now() + 5_000));
    assert.equal(store.read(BUCKET, "global", "a")?.properties["bucket"], "hand");
  });

  it("names the file that a hand has damaged", () => {
    store.write(record("a"));
    writeFileSync(file("a"), "{");
    assert.throws(
      () => new Store(sandbox.directory, "123456789012").read(BUCKET, "global", "a"),
      /global\.a\.json is not valid JSON/,
    );
  });

  it("sees the other process's resources", () => {
    const other = new Store(sandbox.directory, "123456789012");
    store.write(record("a"));
    assert.deepEqual(
      other.all(BUCKET).map(({ id }) => id),
      ["a"],
    );
    store.write(record("b"));
    other.write(record("c"));
    assert.deepEqual(
      other
        .all(BUCKET)
        .map(({ id }) => id)
        .sort(),
      ["a", "b", "c"],
    );
    assert.equal(other.byArn("arn:aws:s3:::b")?.id, "b");
    assert.equal(other.seed, store.seed);
  });

  it("keeps accounts apart", () => {
    store.write(record("a"));
    assert.deepEqual(new Store(sandbox.directory, "210987654321").all(BUCKET), []);
  });

  it("confirms a pending creation by its own id only", () => {
    store.pendings.begin({
      type: BUCKET,
      key: "a",
      id: "a",
      urn: "urn:a",
      region: "global",
      generation: 0,
      inputs: {},
    });
    store.pendings.confirm("urn:a", "other");
    assert.equal(store.pendings.all().length, 1);
    store.pendings.confirm("urn:a", "a");
    assert.equal(store.pendings.find("urn:a"), undefined);
  });

  it("leaves whole files behind when it is killed in the middle of writing", async function () {
    this.timeout(20_000);
    const writer = spawn(process.execPath, [
      "-r",
      join(__dirname, "../../support/register.js"),
      join(__dirname, "endlessWriter.ts"),
      sandbox.directory,
    ]);
    await once(writer.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, 150));
    writer.kill("SIGKILL");
    await once(writer, "exit");
    const records = new Store(sandbox.directory, "123456789012").all(BUCKET);
    assert.ok(records.length > 5, `${records.length} records`);
    for (const { properties } of records) assert.equal(String(properties["filler"]).length, 100_000);
    assert.ok(readdirSync(join(sandbox.directory, "aws", "123456789012")).length > 0);
  });
});
