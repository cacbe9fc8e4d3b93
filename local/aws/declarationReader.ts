import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fieldsFrom, membersAt, outputsOf } from "./declarations";
import type { Fields, ModuleTable, Shape, TypeSchema } from "./schema";

/** Reads one module (`ecr`, `iam`, …) of the installed `@pulumi/aws` into a table. */
export class DeclarationReader {
  private inputTypes: { text: string; offsets: Map<string, number> } | undefined;
  private readonly enums = new Map<string, readonly string[]>();
  private readonly enumModules = new Set<string>();

  constructor(private readonly root: string) {}

  /** Modules are the package's folders. */
  modules(): string[] {
    return readdirSync(this.root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(this.root, entry.name, "index.d.ts")))
      .map((entry) => entry.name)
      .filter((name) => name !== "types" && name !== "config");
  }

  readModule(module: string): ModuleTable {
    const directory = join(this.root, module);
    const table = { resources: {} as Record<string, Omit<TypeSchema, "objects" | "type">>, objects: {} };
    if (!/^[a-z0-9]+$/i.test(module) || !existsSync(directory)) return table;
    for (const file of readdirSync(directory).filter((name) => name.endsWith(".js") && name !== "index.js")) {
      const script = readFileSync(join(directory, file), "utf8");
      const type = /static __pulumiType = '([^']+)'/.exec(script)?.[1];
      if (type === undefined) continue;
      const resource = this.resource(type, script, readFileSync(join(directory, file.replace(/js$/, "d.ts")), "utf8"));
      table.resources[type] = resource;
      this.addObjects(resource.inputs, table.objects);
    }
    return table;
  }

  private resource(type: string, script: string, declaration: string): Omit<TypeSchema, "objects" | "type"> {
    const name = type.slice(type.lastIndexOf(":") + 1);
    const opening = `export interface ${name}Args {`;
    const start = declaration.indexOf(opening);
    if (start < 0) throw new Error(`The declarations of '${type}' have no interface ${name}Args.`);
    const members = membersAt(declaration, start + opening.length);
    const secrets = /additionalSecretOutputs: \[([^\]]*)\]/.exec(script)?.[1] ?? "";
    return {
      inputs: fieldsFrom(members, (path) => this.enumValues(path)),
      outputs: outputsOf(declaration),
      secrets: [...secrets.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? ""),
    };
  }

  private addObjects(fields: Fields, objects: Record<string, Fields>): void {
    for (const field of Object.values(fields)) {
      const reference = referenceIn(field.shape);
      if (reference === undefined || objects[reference] !== undefined) continue;
      objects[reference] = this.object(reference);
      this.addObjects(objects[reference], objects);
    }
  }

  private object(reference: string): Fields {
    const types = (this.inputTypes ??= indexTypes(readFileSync(join(this.root, "types", "input.d.ts"), "utf8")));
    const start = types.offsets.get(reference);
    if (start === undefined) throw new Error(`types/input.d.ts has no interface '${reference}'.`);
    return fieldsFrom(membersAt(types.text, start), (path) => this.enumValues(path));
  }

  private enumValues(path: string): readonly string[] | undefined {
    const [module = "", name = ""] = path.split(".");
    if (!this.enumModules.has(module)) this.readEnums(module);
    return this.enums.get(`${module}.${name}`);
  }

  private readEnums(module: string): void {
    this.enumModules.add(module);
    const file = join(this.root, "types", "enums", module, "index.d.ts");
    if (!existsSync(file)) return;
    for (const match of readFileSync(file, "utf8").matchAll(/export declare const (\w+): \{([^}]*)\}/g)) {
      const values = [...(match[2] ?? "").matchAll(/: "([^"]*)";/g)].map((value) => value[1] ?? "");
      this.enums.set(`${module}.${match[1]}`, values);
    }
  }
}

function referenceIn(shape: Shape): string | undefined {
  if (shape.kind === "array" || shape.kind === "map") return referenceIn(shape.element);
  return shape.kind === "object" ? shape.type : undefined;
}

/** Where the body of each interface of types/input.d.ts begins, by `namespace.Name`. */
function indexTypes(text: string): { text: string; offsets: Map<string, number> } {
  const offsets = new Map<string, number>();
  let namespace = "";
  for (const match of text.matchAll(/\n(?:export declare namespace (\w+)| *(?:export )?interface (\w+)) \{/g)) {
    if (match[1] !== undefined) namespace = `${match[1]}.`;
    else offsets.set(`${namespace}${match[2]}`, match.index + match[0].length);
  }
  return { text, offsets };
}
