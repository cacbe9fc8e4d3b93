import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DeclarationReader } from "./declarationReader";
import type { InstalledPackage } from "./package";
import type { ModuleTable, TypeSchema } from "./schema";
import { moduleOf } from "./schema";

/** Raise when the table's form or the reading of the declarations changes: older tables are then ignored. */
const FORMAT = 1;

/**
 * Finds a type's schema. A module's declarations are read once, on first use, and kept as a compact table beside the
 * sandbox's data: an uncached module costs 10 to 150 ms, a cached one 1 to 5 ms.
 */
export class Schemas {
  private readonly directory: string;
  private readonly tables = new Map<string, ModuleTable>();
  private readonly reader: DeclarationReader;

  constructor(
    private readonly sdk: InstalledPackage,
    cacheDirectory: string,
  ) {
    this.directory = join(cacheDirectory, `schema-${sdk.version}-${FORMAT}`);
    this.reader = new DeclarationReader(sdk.directory);
  }

  find(type: string): TypeSchema | undefined {
    const table = this.table(moduleOf(type));
    const resource = table.resources[type];
    return resource === undefined ? undefined : { type, ...resource, objects: table.objects };
  }

  modules(): string[] {
    return this.reader.modules();
  }

  require(type: string): TypeSchema {
    const schema = this.find(type);
    if (schema !== undefined) return schema;
    throw new Error(
      `The resource type '${type}' is not in @pulumi/aws ${this.sdk.version}. Update the package, or use a type it has.`,
    );
  }

  table(module: string): ModuleTable {
    const known = this.tables.get(module);
    if (known !== undefined) return known;
    const table = this.fromCache(module) ?? this.fromDeclarations(module);
    this.tables.set(module, table);
    return table;
  }

  private fromCache(module: string): ModuleTable | undefined {
    const file = this.file(module);
    if (!existsSync(file)) return undefined;
    try {
      return JSON.parse(readFileSync(file, "utf8")) as ModuleTable;
    } catch {
      return undefined;
    }
  }

  private fromDeclarations(module: string): ModuleTable {
    const table = this.reader.readModule(module);
    mkdirSync(this.directory, { recursive: true });
    const temporary = `${this.file(module)}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify(table));
    renameSync(temporary, this.file(module));
    return table;
  }

  private file(module: string): string {
    return join(this.directory, `${/^[a-z0-9]+$/i.test(module) ? module : "none"}.json`);
  }
}
