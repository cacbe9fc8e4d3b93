import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as ts from "typescript";

/** What the installed `@pulumi/aws` declares about its resources, read from its `.d.ts` files without checking them. */

const root = dirname(require.resolve("@pulumi/aws/package.json"));
type Members = ReadonlyMap<string, ts.TypeNode | undefined>;

/** Why the type or the property path does not exist, or nothing when it does. */
export function fault(token: string, path = ""): string | undefined {
  const resource = resourceOf(token);
  if (typeof resource === "string") return resource;
  let members: Members | undefined = resource;
  for (const part of path === "" ? [] : path.split(".")) {
    // Below a text or a map anything goes: JSON documents and tags.
    if (!members) return undefined;
    if (!members.has(part)) return `${token} has no property ${part} (${path})`;
    members = below(members.get(part));
  }
  return undefined;
}

const resources = new Map<string, Members | string>();

function resourceOf(token: string): Members | string {
  const known = resources.get(token);
  if (known) return known;
  const made = read(token);
  resources.set(token, made);
  return made;
}

function read(token: string): Members | string {
  const [, file, name] = /^aws:([\w/]+):(\w+)$/.exec(token) ?? [];
  if (file === undefined || name === undefined) return `${token} is no token of @pulumi/aws`;
  const path = join(root, `${file}.d.ts`);
  if (!existsSync(path)) return `${token} does not exist: no ${file}.d.ts`;
  if (!readFileSync(join(root, `${file}.js`), "utf8").includes(`'${token}'`)) return `${token} is spelt differently`;
  const members = new Map<string, ts.TypeNode | undefined>();
  ts.forEachChild(parse(path), (node) => {
    const wanted =
      ts.isInterfaceDeclaration(node) && (node.name.text === `${name}Args` || node.name.text === `${name}State`);
    if (wanted) for (const [key, type] of membersOf(node)) members.set(key, type);
  });
  return members;
}

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
}

function membersOf(declaration: ts.InterfaceDeclaration): [string, ts.TypeNode | undefined][] {
  return declaration.members
    .filter(ts.isPropertySignature)
    .map((member) => [(member.name as ts.Identifier).text, member.type]);
}

/** The fields of the object, or of the list of objects, that a type means. */
function below(type: ts.TypeNode | undefined): Members | undefined {
  if (!type) return undefined;
  if (ts.isArrayTypeNode(type)) return below(type.elementType);
  if (ts.isUnionTypeNode(type)) return type.types.map(below).find((members) => members);
  if (!ts.isTypeReferenceNode(type)) return undefined;
  const name = nameOf(type.typeName);
  if (name.startsWith("inputs.")) return nested().get(name.slice("inputs.".length));
  return type.typeArguments?.map(below).find((members) => members);
}

function nameOf(name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : `${nameOf(name.left)}.${name.right.text}`;
}

let inputs: Map<string, Members> | undefined;

/** `ecr.RepositoryImageScanningConfiguration` and its like: one large file, read once. */
function nested(): Map<string, Members> {
  if (inputs) return inputs;
  const found = new Map<string, Members>();
  const visit = (node: ts.Node, prefix: string): void => {
    if (ts.isInterfaceDeclaration(node)) found.set(prefix + node.name.text, new Map(membersOf(node)));
    else if (ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body)) {
      for (const statement of node.body.statements) visit(statement, `${prefix}${node.name.text}.`);
    }
  };
  ts.forEachChild(parse(join(root, "types/input.d.ts")), (node) => visit(node, ""));
  inputs = found;
  return found;
}
