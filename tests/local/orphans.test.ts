import { strict as assert } from "node:assert";
import type { StoredRecord } from "../../local/aws/store";
import { Store } from "../../local/aws/store";
import { orphans } from "../../local/orphans";
import { temporarySandbox } from "./aws/standIn";

describe("orphans", () => {
  const sandbox = temporarySandbox();
  after(() => sandbox.remove());

  const type = "aws:sns/topic:Topic";
  const record = (name: string, stack: string): StoredRecord => ({
    type,
    key: name,
    id: name,
    urn: `urn:pulumi:${stack}::shop::${type}::${name}`,
    region: "eu-west-1",
    account: "123456789012",
    created: "2026-01-01T00:00:00Z",
    generation: 0,
    seed: "s",
    given: [],
    properties: {},
  });

  it("are what was created and never confirmed, of that stack and in any account", () => {
    const ids = (stack: string) => orphans(sandbox.directory, "shop", stack).map(({ id }) => id);
    assert.deepEqual(ids("dev"), []);
    for (const account of ["123456789012", "210987654321"]) {
      const store = new Store(sandbox.directory, account);
      const begin = (name: string, stack: string) => store.pendings.begin({ ...record(name, stack), inputs: {} });
      for (const name of ["written", "confirmed"]) {
        begin(name, "dev");
        store.write(record(name, "dev"));
      }
      store.pendings.confirm(record("confirmed", "dev").urn, "confirmed");
      begin("begun", "dev");
      begin("other", "prod");
    }
    assert.deepEqual(ids("dev"), ["written", "written"]);
    assert.deepEqual(ids("prod"), []);
  });
});
