import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Properties } from "./values";

/** One resource as it lies on disk. `properties` is the only copy of each value, so that a hand edit is unambiguous. */
export interface StoredRecord {
  readonly type: string;
  /** Tells resources of one type and region apart: the id, or the ARN where ids are shared. */
  readonly key: string;
  readonly id: string;
  readonly urn: string;
  readonly region: string;
  readonly account: string;
  readonly created: string;
  /** Counts the creations under one URN: a replacement gets other ids than its predecessor. */
  readonly generation: number;
  /** What the random parts of its ids follow from. */
  readonly seed: string;
  /** Names of the properties that were given as inputs. */
  readonly given: readonly string[];
  readonly properties: Properties;
}

/** A resource whose creation has begun and that the engine has not shown to know yet. */
export interface Pending {
  readonly type: string;
  /** Tells resources of one type and region apart: the id, or the ARN where ids are shared. */
  readonly key: string;
  readonly id: string;
  readonly urn: string;
  readonly region: string;
  readonly generation: number;
  readonly inputs: Properties;
}

interface Cached {
  readonly stamp: string;
  readonly record: StoredRecord;
}

interface Listing {
  readonly changed: bigint;
  readonly at: number;
  readonly records: StoredRecord[];
  readonly arns: ReadonlyMap<string, StoredRecord>;
}

/** Two changes within one tick of the file system's clock look like one: a younger folder is read again. */
const CLOCK_TICK_MS = 50;
/** How long another provider process's first resource of a type may go unseen. */
const DIRECTORIES_MS = 200;

/**
 * The account on disk: `<account>/<module>/<resource>/<region>.<id>.json`, one file per resource, each written beside
 * and renamed over, so that a crash at any point leaves whole files. Several provider processes share it; the disk is
 * the truth and memory only saves parsing.
 */
export class Store {
  readonly seed: string;
  private readonly root: string;
  private readonly cache = new Map<string, Cached>();
  private readonly listings = new Map<string, Listing>();
  private directories: { readonly at: number; readonly paths: string[] } | undefined;
  private temporary = 0;

  constructor(sandbox: string, readonly account: string) {
    const base = join(sandbox, "aws");
    this.root = join(base, account);
    mkdirSync(join(this.root, "pending"), { recursive: true });
    this.seed = this.readSeed(join(base, "seed"));
  }

  read(type: string, region: string, key: string): StoredRecord | undefined {
    return this.load(this.file(type, region, key));
  }

  write(record: StoredRecord): void {
    const file = this.file(record.type, record.region, record.key);
    this.replace(file, JSON.stringify(record, null, 2));
    this.cache.set(file, { stamp: stampOf(file) ?? "", record });
  }

  remove(type: string, region: string, key: string): void {
    const file = this.file(type, region, key);
    rmSync(file, { force: true });
    this.cache.delete(file);
  }

  all(type: string): StoredRecord[] {
    return this.list(this.directory(type));
  }

  everything(): StoredRecord[] {
    return this.typeDirectories().flatMap((directory) => this.list(directory));
  }

  byArn(arn: string): StoredRecord | undefined {
    for (const directory of this.typeDirectories()) {
      const record = this.listing(directory)?.arns.get(arn);
      if (record !== undefined) return record;
    }
    return undefined;
  }

  pending(urn: string): Pending | undefined {
    return readJson<Pending>(this.pendingFile(urn));
  }

  begin(pending: Pending): void {
    this.replace(this.pendingFile(pending.urn), JSON.stringify(pending, null, 2));
  }

  /** The engine has shown that it knows the resource: its creation is no longer in doubt. */
  confirm(urn: string, id?: string): void {
    const file = this.pendingFile(urn);
    if (!existsSync(file)) return;
    if (id === undefined || this.pending(urn)?.id === id) rmSync(file, { force: true });
  }

  allPending(): Pending[] {
    const directory = join(this.root, "pending");
    return namesIn(directory).flatMap((name) => readJson<Pending>(join(directory, name)) ?? []);
  }

  private list(directory: string): StoredRecord[] {
    return this.listing(directory)?.records ?? [];
  }

  /** Trusts what memory holds of a file: only `read` looks at one file's own time stamp. */
  private listing(directory: string): Listing | undefined {
    const changed = statSync(directory, { throwIfNoEntry: false, bigint: true })?.mtimeNs;
    if (changed === undefined) return undefined;
    const known = this.listings.get(directory);
    if (known?.changed === changed && known.at - Number(changed / 1_000_000n) > CLOCK_TICK_MS) return known;
    const at = Date.now();
    const records = namesIn(directory).flatMap((name) => {
      const file = join(directory, name);
      return this.cache.get(file)?.record ?? this.load(file) ?? [];
    });
    const arns = new Map(records.map((record) => [String(record.properties["arn"]), record]));
    const listing = { changed, at, records, arns };
    this.listings.set(directory, listing);
    return listing;
  }

  private typeDirectories(): string[] {
    const now = Date.now();
    if (this.directories !== undefined && now - this.directories.at < DIRECTORIES_MS) return this.directories.paths;
    const paths = directoriesIn(this.root)
      .filter((module) => module !== "pending")
      .flatMap((module) => directoriesIn(join(this.root, module)).map((name) => join(this.root, module, name)));
    this.directories = { at: now, paths };
    return paths;
  }

  private load(file: string): StoredRecord | undefined {
    const stamp = stampOf(file);
    if (stamp === undefined) return undefined;
    const cached = this.cache.get(file);
    if (cached?.stamp === stamp) return cached.record;
    const record = readJson<StoredRecord>(file);
    if (record !== undefined) this.cache.set(file, { stamp, record });
    return record;
  }

  private replace(file: string, text: string): void {
    const temporary = join(this.root, `.${process.pid}-${this.temporary++}.tmp`);
    writeFileSync(temporary, text);
    try {
      renameSync(temporary, file);
    } catch {
      mkdirSync(dirname(file), { recursive: true });
      this.directories = undefined;
      renameSync(temporary, file);
    }
  }

  private directory(type: string): string {
    const [, path = "", name = ""] = type.split(":");
    return join(this.root, path.split("/")[0] ?? "", name);
  }

  private file(type: string, region: string, key: string): string {
    return join(this.directory(type), `${region}.${fileNameOf(key)}.json`);
  }

  private pendingFile(urn: string): string {
    return join(this.root, "pending", `${createHash("sha1").update(urn).digest("hex")}.json`);
  }

  private readSeed(file: string): string {
    try {
      writeFileSync(file, randomBytes(8).toString("hex"), { flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    return readFileSync(file, "utf8").trim();
  }
}

/** Ids hold slashes, colons and more; long ones get a digest so that the file name stays legal and distinct. */
function fileNameOf(id: string): string {
  const name = encodeURIComponent(id).replace(/\*/g, "%2A");
  return name.length <= 150 ? name : `${name.slice(0, 100)}~${createHash("sha1").update(id).digest("hex")}`;
}

function stampOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? undefined : `${stat.ino}-${stat.mtimeNs}-${stat.size}`;
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Error(`The stored file ${file} is not valid JSON (${String(error)}). Repair or delete it.`);
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => name.endsWith(".json"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function directoriesIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
