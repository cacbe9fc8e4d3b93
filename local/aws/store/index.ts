import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
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

function readSeed(file: string): string {
  try {
    writeFileSync(file, randomBytes(8).toString("hex"), { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
