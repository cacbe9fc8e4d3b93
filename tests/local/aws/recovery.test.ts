import { strict as assert } from "node:assert";
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as empty from "google-protobuf/google/protobuf/empty_pb";
import { Store } from "../../../local/aws/store";
import { bundle } from "../../../local/toolchain/bundle";
import { BUCKET, Engine, temporarySandbox } from "./standIn";

const VPC = "aws:ec2/vpc:Vpc";

describe("a provider process that dies", function () {
  this.timeout(60_000);
  let sandbox: ReturnType<typeof temporarySandbox>;
  let executable: string;
  const running: ChildProcess[] = [];
  before(async () => {
    executable = await bundle(join(__dirname, "../../../local/aws/main.ts"));
  });
  beforeEach(() => {
    sandbox = temporarySandbox();
  });
  afterEach(() => {
    for (const child of running.splice(0)) child.kill("SIGKILL");
    sandbox.remove();
  });

  async function start(rules: unknown[] = []): Promise<{ engine: Engine; child: ChildProcess }> {
    const faults = join(sandbox.directory, "faults.json");
    writeFileSync(faults, JSON.stringify({ rules }));
    const env = { ...process.env, ...sandbox.environment, CONTAINER_DELIVERY_FAULTS: faults };
    const child = spawn(process.execPath, [executable, "127.0.0.1:1"], { env, cwd: join(__dirname, "../../..") });
    running.push(child);
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    const engine = Engine.connect(Number(String(line).trim()));
    await engine.configure({ region: "eu-west-1" });
    return { engine, child };
  }

  const stored = (type: string) => new Store(sandbox.directory, "123456789012").all(type);

  for (const moment of ["before", "after"] as const) {
    it(`${moment} the write of a creation leaves one resource after the next run`, async () => {
      const first = await start([{ operation: "create", type: VPC, action: { die: moment } }]);
      const inputs = await first.engine.checked(VPC, "main", { cidrBlock: "10.0.0.0/16" });
      await assert.rejects(first.engine.create(VPC, "main", inputs));
      if (first.child.exitCode === null) await once(first.child, "exit");
      assert.equal(stored(VPC).length, moment === "before" ? 0 : 1);
      const second = await start([{ operation: "create", type: VPC, action: { die: moment } }]);
      const { id } = await second.engine.make(VPC, "main", { cidrBlock: "10.0.0.0/16" });
      assert.deepEqual(
        stored(VPC).map((resource) => resource.id),
        [id],
      );
    });
  }

  it("takes up the automatic name of the unfinished creation", async () => {
    const first = await start([{ operation: "create", action: { die: "after" } }]);
    await assert.rejects(first.engine.make(BUCKET, "data", {}));
    const [unfinished] = stored(BUCKET);
    const second = await start();
    const { inputs, id } = await second.engine.make(BUCKET, "data", { forceDestroy: true });
    assert.equal(id, unfinished?.id);
    assert.equal(inputs["bucket"], unfinished?.id);
    assert.equal(stored(BUCKET).length, 1);
  });

  it("in the middle of a replacement leaves the old resource and one new one", async () => {
    const first = await start();
    const old = await first.engine.make(VPC, "main", { cidrBlock: "10.0.0.0/16" });
    const second = await start([{ operation: "create", action: { die: "after" } }]);
    const news = await second.engine.checked(VPC, "main", { cidrBlock: "10.1.0.0/16" }, old.inputs);
    await second.engine.diff(VPC, "main", old.id, old.inputs, news);
    await assert.rejects(second.engine.make(VPC, "main", { cidrBlock: "10.1.0.0/16" }));
    const third = await start();
    const replacement = await third.engine.make(VPC, "main", { cidrBlock: "10.1.0.0/16" });
    assert.deepEqual(
      stored(VPC)
        .map(({ id }) => id)
        .sort(),
      [old.id, replacement.id].sort(),
    );
    await third.engine.delete(VPC, "main", old.id, old.inputs);
    assert.deepEqual(
      stored(VPC).map(({ id }) => id),
      [replacement.id],
    );
  });

  it("gives a replacement an id of its own", async () => {
    const { engine } = await start();
    const old = await engine.make(VPC, "main", { cidrBlock: "10.0.0.0/16" });
    await engine.diff(VPC, "main", old.id, old.inputs, old.inputs);
    const replacement = await engine.make(VPC, "main", { cidrBlock: "10.1.0.0/16" });
    assert.notEqual(replacement.id, old.id);
    assert.equal(stored(VPC).length, 2);
  });

  it("ends at once on Cancel and on SIGTERM, even in a call that hangs", async () => {
    const cancelled = await start([{ action: { hang: true } }]);
    cancelled.engine.create(BUCKET, "b", { bucket: "b" }).catch(() => undefined);
    await cancelled.engine.call("cancel", new empty.Empty());
    if (cancelled.child.exitCode === null) await once(cancelled.child, "exit");
    const terminated = await start([{ times: 2, action: { hang: true } }]);
    terminated.engine.create(BUCKET, "b", { bucket: "b" }).catch(() => undefined);
    terminated.child.kill("SIGTERM");
    const [code] = (await once(terminated.child, "exit")) as [number];
    assert.equal(code, 0);
  });
});
