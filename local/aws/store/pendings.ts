import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { namesIn, readJson, unlink } from "./files";
import type { Pending } from "./record";

/** Notes of creations that have begun. A note goes when the engine shows that it knows the resource's id. */
export class Pendings {
  constructor(private readonly directory: string) {
    mkdirSync(directory, { recursive: true });
  }

  find(urn: string): Pending | undefined {
    return readPending(this.file(urn));
  }

  /** Written in place: half a note means that nothing else had been written. */
  begin(pending: Pending): void {
    writeFileSync(this.file(pending.urn), JSON.stringify(pending, null, 2));
  }

  confirm(urn: string, id?: string): void {
    const file = this.file(urn);
    if (!existsSync(file)) return;
    if (id === undefined || readPending(file)?.id === id) unlink(file);
  }

  all(): Pending[] {
    return namesIn(this.directory).flatMap((name) => readPending(join(this.directory, name)) ?? []);
  }

  private file(urn: string): string {
    return join(this.directory, `${createHash("sha1").update(urn).digest("hex")}.json`);
  }
}

function readPending(file: string): Pending | undefined {
  try {
    return readJson<Pending>(file);
  } catch {
    return undefined;
  }
}
