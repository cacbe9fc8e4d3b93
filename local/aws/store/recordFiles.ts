import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { directoriesIn, fileNameOf, namesIn, readJson, replaceFile, stampOf, unlink } from "./files";
import type { StoredRecord } from "./record";

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
 * `<account>/<module>/<resource>/<region>.<id>.json`, one file per resource. Several provider processes share them: the
 * disk is the truth and memory only saves parsing.
 */
export class RecordFiles {
  private readonly cache = new Map<string, Cached>();
  private readonly listings = new Map<string, Listing>();
  private directories: { readonly at: number; readonly paths: string[] } | undefined;

  constructor(private readonly root: string) {}

  read(type: string, region: string, key: string): StoredRecord | undefined {
    return this.load(this.file(type, region, key));
  }

  write(record: StoredRecord): void {
    const file = this.file(record.type, record.region, record.key);
    replaceFile(file, JSON.stringify(record, null, 2));
    if (this.directories?.paths.includes(dirname(file)) === false) this.directories = undefined;
    this.cache.set(file, { stamp: stampOf(file) ?? "", record });
  }

  remove(type: string, region: string, key: string): void {
    const file = this.file(type, region, key);
    unlink(file);
    this.cache.delete(file);
  }

  all(type: string): StoredRecord[] {
    return this.list(this.directory(type));
  }

  byArn(arn: string): StoredRecord | undefined {
    for (const directory of this.typeDirectories()) {
      const record = this.listing(directory)?.arns.get(arn);
      if (record !== undefined) return record;
    }
    return undefined;
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

  private directory(type: string): string {
    const [, path = "", name = ""] = type.split(":");
    return join(this.root, path.split("/")[0] ?? "", name);
  }

  private file(type: string, region: string, key: string): string {
    return join(this.directory(type), `${region}.${fileNameOf(key)}.json`);
  }
}
