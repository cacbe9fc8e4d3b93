import { chmod, mkdir, readFile } from "node:fs/promises";
import * as path from "node:path";
import writeFileAtomic from "write-file-atomic";

/**
 * Writes an executable that runs a bundle with this Node.js. The engine interrupts its plugins by process id, so
 * there must be no process in between: the interpreter line makes Node.js itself the plugin.
 */
export async function writeNodeExecutable(
  file: string,
  bundle: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const assignments = Object.entries(environment)
    .map(([name, value]) => `process.env[${JSON.stringify(name)}] = ${JSON.stringify(value)};\n`)
    .join("");
  const content = `#!/usr/bin/env node\n"use strict";\n${assignments}require(${JSON.stringify(bundle)});\n`;
  if ((await readFile(file, "utf8").catch(() => undefined)) === content) {
    return;
  }
  await mkdir(path.dirname(file), { recursive: true });
  await writeFileAtomic(file, content, { mode: 0o755 });
  await chmod(file, 0o755);
}
