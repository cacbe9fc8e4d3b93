import { spawn } from "node:child_process";
import type { SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";

/** A command and everything it started, measured from outside. */
export interface MeasuredRun {
  readonly code: number;
  readonly seconds: number;
  /** Processor time of all processes together: on a busy machine the better measure. */
  readonly processorSeconds: number;
  /** The most memory that each kind of process held, in megabytes. */
  readonly megabytes: Readonly<Record<string, number>>;
  /** Processor time by kind of process, up to the last sample. */
  readonly parts: Readonly<Record<string, number>>;
  readonly output: string;
}

const sampleMilliseconds = 40;

/** What the processes of a Pulumi operation are recognised by. The first that matches wins. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ["program", /cmd\/run\/(index\.js)?/],
  ["policy pack", /cmd\/run-policy-pack|startPack/],
  ["stand-in aws", /pulumi-resource-aws(\s|$)/],
  ["stand-in awsx", /pulumi-resource-awsx(\s|$)/],
  ["language host", /pulumi-language-nodejs/],
  ["pulumi", /\/pulumi\s/],
];

export async function measured(command: string, args: readonly string[], options: SpawnOptions): Promise<MeasuredRun> {
  const processorBefore = childrensProcessorSeconds();
  const began = performance.now();
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text: Buffer) => (output += text.toString()));
  const family = new Family(child.pid ?? 0);
  const timer = setInterval(() => family.sample(), sampleMilliseconds);
  const [code] = (await once(child, "close")) as [number | null];
  clearInterval(timer);
  const seconds = (performance.now() - began) / 1_000;
  const processorSeconds = childrensProcessorSeconds() - processorBefore;
  return { code: code ?? 1, seconds, processorSeconds, ...family.summary(), output };
}

/** A process and its descendants. One whose parent has ended still belongs to it. */
class Family {
  private readonly members = new Set<number>();
  private readonly peaks = new Map<number, { kind: string; megabytes: number; processor: number }>();

  constructor(private readonly root: number) {
    this.members.add(root);
  }

  sample(): void {
    const parents = new Map<number, number>();
    for (const name of readdirSync("/proc")) {
      if (/^\d+$/.test(name)) parents.set(Number(name), Number(statistics(name)?.[1] ?? 0));
    }
    for (let found = true; found;) {
      found = false;
      for (const [pid, parent] of parents) {
        if (!this.members.has(pid) && this.members.has(parent)) found = Boolean(this.members.add(pid));
      }
    }
    for (const pid of this.members) if (parents.has(pid)) this.note(pid);
  }

  private note(pid: number): void {
    const held = Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1_024;
    const line = read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
    const kind = kinds.find(([, pattern]) => pattern.test(line))?.[0] ?? "other";
    const before = this.peaks.get(pid)?.megabytes ?? 0;
    const fields = statistics(String(pid)) ?? [];
    const processor = (Number(fields[11]) + Number(fields[12])) / 100;
    if (held > 0) this.peaks.set(pid, { kind, megabytes: Math.max(before, held), processor });
  }

  summary(): Pick<MeasuredRun, "megabytes" | "parts"> {
    const most: Record<string, number> = {};
    const parts: Record<string, number> = {};
    for (const { kind, megabytes, processor } of this.peaks.values()) {
      most[kind] = Math.max(most[kind] ?? 0, megabytes);
      parts[kind] = (parts[kind] ?? 0) + processor;
    }
    return { megabytes: most, parts };
  }
}

/** Time of all finished children and theirs. Linux counts in ticks of 10 ms. */
function childrensProcessorSeconds(): number {
  const fields = statistics("self") ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** The fields of /proc/<pid>/stat that follow the command's name. */
function statistics(pid: string): string[] | undefined {
  return read(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ");
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
