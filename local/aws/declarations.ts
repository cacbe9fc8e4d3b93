import type { Fields, Output, Property, Shape } from "./schema";

/**
 * Reads the generated `.d.ts` files of `@pulumi/aws`. They are written by one generator in one style (one member per
 * statement, four spaces per level), so a scanner is enough: loading the TypeScript compiler would cost half a second.
 */
export interface Member {
  readonly name: string;
  readonly optional: boolean;
  readonly type: string;
  readonly documentation: string;
}

const MEMBER = /\s*(?:\/\*\*([\s\S]*?)\*\/\s*)?(?:readonly )?([A-Za-z0-9_$]+)(\?)?: /y;

/** The members of the interface or class body that begins at `start` (just after its opening brace). */
export function membersAt(text: string, start: number): Member[] {
  const members: Member[] = [];
  let position = start;
  for (;;) {
    MEMBER.lastIndex = position;
    const match = MEMBER.exec(text);
    if (match === null) return members;
    const from = MEMBER.lastIndex;
    const end = statementEnd(text, from);
    members.push({
      name: match[2] ?? "",
      optional: match[3] === "?",
      type: text.slice(from, end).trim(),
      documentation: match[1] ?? "",
    });
    position = end + 1;
  }
}

function statementEnd(text: string, from: number): number {
  let depth = 0;
  for (let index = from; index < text.length; index++) {
    const character = text[index];
    if (character === "{") depth++;
    else if (character === "}") depth--;
    else if (character === ";" && depth === 0) return index;
  }
  return text.length;
}

/** The class body's output members: `readonly x: pulumi.Output<…>;` */
export function outputsOf(text: string): Record<string, Output> {
  const outputs: Record<string, Output> = {};
  for (const match of text.matchAll(/^ {4}readonly ([A-Za-z0-9_$]+): pulumi\.Output</gm)) {
    const from = match.index + match[0].length;
    const type = text.slice(from, statementEnd(text, from)).replace(/>\s*$/, "");
    outputs[match[1] ?? ""] = { shape: shapeOf(type), optional: /\| undefined\s*$/.test(type) };
  }
  return outputs;
}

/** The SDK's enums, `ecr.Name` to its values. */
export type Enums = (name: string) => readonly string[] | undefined;

export function fieldsFrom(members: readonly Member[], enums: Enums): Fields {
  const fields: Record<string, Property> = {};
  for (const member of members) fields[member.name] = property(member, enums);
  return fields;
}

function property(member: Member, enums: Enums): Property {
  const enumName = /enums\.([A-Za-z0-9_.]+)/.exec(member.type)?.[1];
  const listed = enumName === undefined ? undefined : enums(enumName);
  const values = listed ?? documentedValues(member.documentation);
  return {
    shape: shapeOf(member.type),
    required: !member.optional,
    ...(saysItReplaces(member.documentation) ? { replaces: true } : {}),
    ...(values === undefined ? {} : { values }),
    ...(listed !== undefined && /string \|/.test(member.type) ? { open: true } : {}),
  };
}

/** `pulumi.Input<pulumi.Input<inputs.ecr.X>[] | undefined>` and its relatives. */
export function shapeOf(type: string): Shape {
  let text = type.trim();
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replace(/\s*\| undefined$/, "").trim();
    text = unwrapInput(text);
  }
  if (text.endsWith("[]")) return { kind: "array", element: shapeOf(text.slice(0, -2)) };
  const map = /^\{\s*\[key: string\]: ([\s\S]+?);?\s*\}$/.exec(text);
  if (map) return { kind: "map", element: shapeOf(map[1] ?? "") };
  if (text === "string" || text === "number" || text === "boolean") return { kind: text };
  if (text === "any") return { kind: "any" };
  if (text.includes("pulumi.asset.")) return { kind: "asset" };
  const reference = /^(?:inputs|outputs)\.([A-Za-z0-9_.]+)$/.exec(text)?.[1];
  if (reference !== undefined) return { kind: "object", type: reference };
  const document = /^string \| (?:inputs|outputs)\.([A-Za-z0-9_.]+)$/.exec(text)?.[1];
  if (document !== undefined) return { kind: "document", type: document };
  // An enum, or a resource that the SDK turns into its id or ARN (`string | Bucket`): text by the time it gets here.
  if (/^(string \| )?(enums\.)?[A-Za-z0-9_.]+$/.test(text)) return { kind: "string" };
  throw new Error(`The declaration '${type}' has a form that the stand-in does not know.`);
}

function unwrapInput(text: string): string {
  if (!text.startsWith("pulumi.Input<") || !text.endsWith(">")) return text;
  let depth = 0;
  for (let index = "pulumi.Input".length; index < text.length; index++) {
    if (text[index] === "<") depth++;
    else if (text[index] === ">" && --depth === 0) {
      return index === text.length - 1 ? text.slice("pulumi.Input<".length, -1) : text;
    }
  }
  return text;
}

const REPLACES =
  /(?<!(?:not|n't|without|instead of|avoid|to) )\b(forces?|will force|requires?|creates?|triggers?|causes?)\b[^.;]{0,30}\b(new resource|replacement|recreation|re-creation|creating a new|new cluster)\b|re-?create the resource/i;

function saysItReplaces(documentation: string): boolean {
  return REPLACES.test(documentation.replace(/\s*\n\s*\*\s*/g, " "));
}

const VALUES =
  /\b(?:valid (?:values|options)|allowed values|possible values|must be one of|can be one of|one of)(?: are| is|:| include)?:?\s*((?:(?:and |or |either )?`[^`]+`[,\s]*){2,})(?:\.|$)/i;

function documentedValues(documentation: string): readonly string[] | undefined {
  const list = VALUES.exec(documentation.replace(/\s*\n\s*\*\s*/g, " ").trim())?.[1];
  if (list === undefined) return undefined;
  return [...list.matchAll(/`"?([^`"]+)"?`/g)].map((match) => match[1] ?? "");
}
