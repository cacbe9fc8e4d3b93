import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Action, FaultRule, Operation } from "./faultFile";
import { parseFaults } from "./faultFile";
import { logicalName } from "./naming";

/**
 * Faults to inject, from the file that CONTAINER_DELIVERY_FAULTS names. How often each rule has applied is kept on disk:
 * a rule that kills the process must not kill its successor too.
 */
export class Faults {
  private readonly rules: readonly FaultRule[];
  private readonly counters: string;

  constructor(file: string | undefined, sandbox: string) {
    const text = file ? readFileSync(file, "utf8") : "";
    this.rules = file ? parseFaults(text, file) : [];
    const key = createHash("sha1").update(`${file}\n${text}`).digest("hex").slice(0, 12);
    this.counters = join(sandbox, "aws", `faults-${key}.json`);
  }

  /** The action of the first rule that fits and is not used up; it counts as applied from now on. */
  next(operation: Operation, type: string, urn: string): Action | undefined {
    if (this.rules.length === 0) return undefined;
    const counts = this.read();
    const index = this.rules.findIndex(
      (rule, position) =>
        (rule.operation ?? operation) === operation &&
        matches(rule.type, type) &&
        matches(rule.name, logicalName(urn)) &&
        (counts[position] ?? 0) < (rule.times ?? 1),
    );
    if (index < 0) return undefined;
    counts[index] = (counts[index] ?? 0) + 1;
    this.write(counts);
    return this.rules[index]?.action;
  }

  private read(): number[] {
    try {
      return JSON.parse(readFileSync(this.counters, "utf8")) as number[];
    } catch {
      return [];
    }
  }

  private write(counts: number[]): void {
    mkdirSync(dirname(this.counters), { recursive: true });
    const temporary = `${this.counters}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify(Array.from(counts, (count) => count ?? 0)));
    renameSync(temporary, this.counters);
  }
}

function matches(glob: string | undefined, value: string): boolean {
  if (glob === undefined) return true;
  const pattern = glob.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pattern.join(".*")}$`).test(value);
}
