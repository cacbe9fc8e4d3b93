import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { join } from "node:path";
import Table from "cli-table3";
import { bundle } from "../../local/toolchain/bundle";
import { BUCKET, Engine, REPOSITORY, ROLE, temporarySandbox } from "../local/aws/standIn";

/** What the stand-in takes per call with few and with many resources in its store. Run: `ts-node tests/bench/standin.ts`. */
const SIZES = [150, 1_000] as const;
const OPERATIONS = ["check", "preview", "create", "diff", "read", "update", "delete"] as const;
const ROWS = [...OPERATIONS, "processor"] as const;
type Operation = (typeof OPERATIONS)[number];
export type Times = Record<Operation | "processor", number>;

export interface StandInTimes {
  readonly few: Times;
  readonly many: Times;
}

const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } }],
});
const TYPES: readonly [string, Record<string, unknown>][] = [
  [BUCKET, { forceDestroy: true }],
  [REPOSITORY, { forceDelete: true }],
  [ROLE, { assumeRolePolicy: TRUST }],
  ["aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 30 }],
  ["aws:sns/topic:Topic", {}],
];

async function measure(executable: string, size: number): Promise<Times> {
  const sandbox = temporarySandbox();
  const child = spawn(process.execPath, [executable, "127.0.0.1:1"], {
    env: { ...process.env, ...sandbox.environment },
  });
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  const engine = Engine.connect(Number(String(port).trim()));
  await engine.configure({ region: "eu-west-1" });
  await warmUp(engine);
  const times: Times = { check: 0, preview: 0, create: 0, diff: 0, read: 0, update: 0, delete: 0, processor: 0 };
  const timed = async <T>(operation: Operation, run: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await run();
    times[operation] += performance.now() - start;
    return result;
  };
  const before = processorTime(child.pid);
  const made: { type: string; name: string; id: string; inputs: Record<string, unknown> }[] = [];
  for (let index = 0; index < size; index++) {
    const [type, given] = TYPES[index % TYPES.length] ?? [BUCKET, {}];
    const name = `thing-${index}`;
    const inputs = await timed("check", () => engine.checked(type, name, { ...given, tags: { index: String(index) } }));
    await timed("preview", () => engine.create(type, name, inputs, true));
    const { id } = await timed("create", () => engine.create(type, name, inputs));
    made.push({ type, name, id, inputs });
  }
  for (const { type, name, id, inputs } of made) {
    const news = { ...inputs, tags: { index: "new" } };
    await timed("diff", () => engine.diff(type, name, id, inputs, news));
    await timed("read", () => engine.read(type, name, id, inputs));
    await timed("update", () => engine.update(type, name, id, inputs, news));
  }
  for (const { type, name, id, inputs } of made) await timed("delete", () => engine.delete(type, name, id, inputs));
  times.processor = (processorTime(child.pid) - before) / OPERATIONS.length;
  engine.close();
  child.kill();
  sandbox.remove();
  for (const operation of ROWS) times[operation] /= size;
  return times;
}

/** The process's own time in milliseconds: on a busy machine the better measure. Linux counts it in ticks of 10 ms. */
function processorTime(pid = 0): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

/** The first call of each type reads its declarations, and the first calls of all run uncompiled. */
async function warmUp(engine: Engine): Promise<void> {
  for (let round = 0; round < 20; round++) {
    for (const [type, given] of TYPES) {
      const { id, inputs } = await engine.make(type, "warm", given);
      await engine.delete(type, "warm", id, inputs);
    }
  }
}

/** For each number of resources in the store, milliseconds by call. */
export async function measureStandIn(): Promise<StandInTimes> {
  const executable = await bundle(join(__dirname, "../../local/aws/main.ts"));
  return { few: await measure(executable, SIZES[0]), many: await measure(executable, SIZES[1]) };
}

async function main(): Promise<void> {
  const { few, many } = await measureStandIn();
  const table = new Table({ head: ["call", `${SIZES[1]} / ${SIZES[0]}`, ...SIZES.map((size) => `ms at ${size}`)] });
  for (const operation of ROWS) {
    const ratio = (many[operation] / few[operation]).toFixed(2);
    table.push([operation, ratio, few[operation].toFixed(2), many[operation].toFixed(2)]);
  }
  console.log(table.toString());
}

if (require.main === module) void main();
