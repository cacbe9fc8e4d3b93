import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { sync as writeFileAtomic } from "write-file-atomic";
import type { Report } from "./report";
import { htmlOf } from "./html";
import { sarifOf } from "./sarif";

export { reportOf } from "./report";

export interface Renderers {
  readonly json: (report: Report) => string;
  readonly sarif: (report: Report) => string;
  readonly html: (report: Report) => string;
}

export const renderers: Renderers = {
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  sarif: (report) => `${JSON.stringify(sarifOf(report), null, 2)}\n`,
  html: htmlOf,
};

/** Writes a file whole or not at all. A report need not outlive a power cut, so nobody waits for the disk. */
export function write(target: string, text: string): void {
  mkdirSync(dirname(target), { recursive: true });
  writeFileAtomic(target, text, { fsync: false });
}
