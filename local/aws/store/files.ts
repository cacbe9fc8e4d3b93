import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

let temporaries = 0;

/** Written beside and renamed over: whoever reads sees the old file or the new one, also after a crash. */
export function replaceFile(file: string, text: string): void {
  const folder = dirname(file);
  const temporary = `${folder}/.${process.pid}-${temporaries++}.tmp`;
  try {
    writeFileSync(temporary, text);
  } catch {
    mkdirSync(folder, { recursive: true });
    writeFileSync(temporary, text);
  }
  renameSync(temporary, file);
}

/** Ids hold slashes, colons and more; long ones get a digest so that the file name stays legal and distinct. */
export function fileNameOf(id: string): string {
  const name = encodeURIComponent(id).replace(/\*/g, "%2A");
  return name.length <= 150 ? name : `${name.slice(0, 100)}~${createHash("sha1").update(id).digest("hex")}`;
}

export function stampOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? undefined : `${stat.ino}-${stat.mtimeNs}-${stat.size}`;
}

export function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Error(`The stored file ${file} is not valid JSON (${String(error)}). Repair or delete it.`, {
      cause: error,
    });
  }
}

export function unlink(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

export function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => name.endsWith(".json"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

export function directoriesIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
