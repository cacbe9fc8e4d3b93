import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Subject } from "./subject";

/** A folder with one file for each subject, named by its number. */
export interface Files {
  readonly folder: string;
  readonly names: readonly string[];
}

export function files(subjects: readonly Subject[], ending: string, text: (subject: Subject) => string): Files {
  const folder = mkdtempSync(join(tmpdir(), "judges-"));
  subjects.forEach((subject, index) => writeFileSync(join(folder, `${index}${ending}`), text(subject)));
  return { folder, names: subjects.map(({ name }) => name) };
}

/** Runs what reads the folder, and removes it. */
export async function timed<T>({ folder }: Files, run: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const began = performance.now();
  try {
    const result = await run();
    return { result, seconds: (performance.now() - began) / 1000 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
