import { randomBytes } from "node:crypto";
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Pendings } from "./pendings";
import { RecordFiles } from "./recordFiles";

export type { Pending, StoredRecord } from "./record";

/** One AWS account of the sandbox, on disk. */
export class Store extends RecordFiles {
  readonly pendings: Pendings;
  /** Chosen once per sandbox: ids differ between sandboxes and stay the same within one. */
  readonly seed: string;

  constructor(
    sandbox: string,
    readonly account: string,
  ) {
    const root = join(sandbox, "aws", account);
    super(root);
    mkdirSync(root, { recursive: true });
    this.pendings = new Pendings(join(root, "pending"));
    this.seed = readSeed(join(sandbox, "aws", "seed"));
  }
}

/** Several provider processes may be the first at once: the file has its whole content from the moment it is there. */
function readSeed(file: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const temporary = `${file}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
  writeFileSync(temporary, randomBytes(8).toString("hex"));
  try {
    linkSync(temporary, file);
  } catch (error) {
    // Some file systems have no links.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") copyFileSync(temporary, file);
  } finally {
    unlinkSync(temporary);
  }
  return readFileSync(file, "utf8").trim();
}
