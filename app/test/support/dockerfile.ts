import { readFileSync } from "node:fs";

export interface Instruction {
  readonly name: string;
  readonly value: string;
  /** -1 before the first FROM, then 0, 1, … */
  readonly stage: number;
}

/** The instructions of a Dockerfile, comments dropped and continued lines joined. */
export function readDockerfile(path: string): Instruction[] {
  const text = readFileSync(path, "utf8")
    .replace(/^\s*#.*\n/gm, "")
    .replace(/\\\n\s*/g, "");
  let stage = -1;
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, name = "", value = ""] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
      stage += name === "FROM" ? 1 : 0;
      return { name, value, stage };
    });
}
