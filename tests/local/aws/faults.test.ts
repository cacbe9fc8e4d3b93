import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Faults } from "../../../local/aws/faults";
import { BUCKET, Engine, ROLE, temporarySandbox, urnOf } from "./standIn";

describe("fault injection", () => {
  let sandbox: ReturnType<typeof temporarySandbox>;
  beforeEach(() => {
    sandbox = temporarySandbox();
  });
  afterEach(() => sandbox.remove());

  const write = (content: unknown): string => {
    const file = join(sandbox.directory, "faults.json");
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    return file;
  };
  const refuse = { refuse: { code: "AccessDenied", message: "no" } };

  it("does nothing without a file", () => {
    assert.equal(new Faults(undefined, sandbox.directory).next("create", BUCKET, urnOf(BUCKET, "b")), undefined);
  });

  it("applies to the operation, type and name that a rule gives, and as often as it says", () => {
    const rule = { operation: "create", type: "aws:s3/*", name: "data-*", times: 2, action: refuse };
    const faults = new Faults(write({ rules: [rule] }), sandbox.directory);
    const next = (operation: "create" | "delete", type: string, name: string) =>
      faults.next(operation, type, urnOf(type, name));
    assert.equal(next("delete", BUCKET, "data-1"), undefined);
    assert.equal(next("create", ROLE, "data-1"), undefined);
    assert.equal(next("create", BUCKET, "logs"), undefined);
    assert.deepEqual(next("create", BUCKET, "data-1"), refuse);
    assert.deepEqual(next("create", BUCKET, "data-2"), refuse);
    assert.equal(next("create", BUCKET, "data-3"), undefined);
  });

  it("counts over processes, and from zero when the file changes", () => {
    const file = write({ rules: [{ action: refuse }] });
    assert.ok(new Faults(file, sandbox.directory).next("create", BUCKET, "u"));
    assert.equal(new Faults(file, sandbox.directory).next("create", BUCKET, "u"), undefined);
    write({ rules: [{ times: 3, action: refuse }] });
    assert.ok(new Faults(file, sandbox.directory).next("create", BUCKET, "u"));
  });

  for (const [content, message] of [
    ["{", /is not valid JSON/],
    [{ rule: [] }, /must have required property 'rules'/],
    [{ rules: [{ operation: "make", action: refuse }] }, /\/rules\/0\/operation must be equal to one of/],
    [{ rules: [{ action: { die: "now" } }] }, /\/rules\/0\/action\/die must be equal/],
    [{ rules: [{ action: {} }] }, /must NOT have fewer than 1 properties/],
  ] as const) {
    it(`refuses the file ${JSON.stringify(content)}`, () => {
      assert.throws(() => new Faults(write(content), sandbox.directory), message);
    });
  }

  it("refuses with the code it is given, then lets the call through", async () => {
    const file = write({ rules: [{ operation: "create", action: refuse }] });
    const engine = await Engine.start({ ...sandbox.environment, CONTAINER_DELIVERY_FAULTS: file });
    await assert.rejects(engine.create(BUCKET, "b", { bucket: "b" }), /AccessDenied: no/);
    assert.equal((await engine.create(BUCKET, "b", { bucket: "b" })).id, "b");
    engine.close();
  });

  it("spares previews", async () => {
    const file = write({ rules: [{ operation: "create", action: refuse }] });
    const engine = await Engine.start({ ...sandbox.environment, CONTAINER_DELIVERY_FAULTS: file });
    assert.equal((await engine.create(BUCKET, "b", { bucket: "b" }, true)).outputs["bucket"], "b");
    await assert.rejects(engine.create(BUCKET, "b", { bucket: "b" }), /AccessDenied/);
    engine.close();
  });

  it("throttles and then succeeds within one call, or gives up as the AWS SDK does", async () => {
    const rules = [
      { name: "some", action: { throttle: 2 } },
      { name: "much", action: { throttle: 26 } },
    ];
    const engine = await Engine.start({ ...sandbox.environment, CONTAINER_DELIVERY_FAULTS: write({ rules }) });
    assert.equal((await engine.create(BUCKET, "some", { bucket: "some" })).id, "some");
    await assert.rejects(engine.create(BUCKET, "much", { bucket: "much" }), /ThrottlingException: Rate exceeded/);
    engine.close();
  });
});
