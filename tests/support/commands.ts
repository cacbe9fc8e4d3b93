import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import * as path from "node:path";

/** A temporary folder with shell scripts that play installed programs; what else is on PATH is the system's minimum. */
export interface CommandFolder {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  add(name: string, script: string): Promise<string>;
  remove(): Promise<void>;
}

export async function commandFolder(): Promise<CommandFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), "container-delivery-test-"));
  return {
    folder,
    environment: { PATH: folder, HOME: folder },
    async add(name, script) {
      const file = path.join(folder, name);
      await writeFile(file, `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`, { mode: 0o755 });
      return file;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
