/**
 * One place in a resource's properties: a path and what is known about it.
 *
 * `@pulumi/policy` throws on every read of a value that preview does not know yet and then lets the resource pass with
 * an advisory remark. Controls therefore never read properties directly: they walk nodes, and reading an unknown one
 * throws `Undecided`, which the evaluator reports with path and reason instead of letting it pass.
 */

/** The engine's placeholders for a value that is not known in preview, one per kind of value. */
const unknownSentinels = [
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
] as const;

/** True for a placeholder and for a text that contains one. */
export function containsUnknown(text: string): boolean {
  // What `pulumi policy analyze` hands over in place of a secret that it cannot decrypt.
  if (text === "[secret]") return true;
  // Most texts are shorter than a placeholder, and all placeholders have four dashes at fixed places.
  return text.length >= 36 && unknownSentinels.some((sentinel) => text.includes(sentinel));
}

/** Thrown when a control needs a value that is not known yet. */
export class Undecided extends Error {
  constructor(
    readonly path: string,
    why = "its value is not known until the update",
  ) {
    super(why);
  }
}

export class Node {
  constructor(
    /** The raw value: may be a placeholder. Controls read through the methods below. */
    readonly raw: unknown,
    /** The property path, e.g. `rules[0].repositoryFilters[1].filter`. Empty at the root. */
    readonly path: string = "",
  ) {}

  /** The node below, by property names or indexes. Below an unknown node everything is unknown; below an absent one, absent. */
  at(...keys: (string | number)[]): Node {
    let raw = this.raw;
    let path = this.path;
    for (const key of keys) {
      path = joinPath(path, key);
      if (typeof raw === "string" && containsUnknown(raw)) continue;
      raw = isContainer(raw) && Object.hasOwn(raw, key) ? (raw as Record<string | number, unknown>)[key] : undefined;
    }
    return new Node(raw, path);
  }

  get isAbsent(): boolean {
    return this.raw === undefined || this.raw === null;
  }

  get isUnknown(): boolean {
    return typeof this.raw === "string" && containsUnknown(this.raw);
  }

  /** Present and known. Its children may still be unknown. */
  get isKnown(): boolean {
    return !this.isAbsent && !this.isUnknown;
  }

  /** The known raw value, `undefined` when absent. Throws `Undecided` when unknown. */
  value(): unknown {
    if (this.isUnknown) throw new Undecided(this.path);
    return this.raw ?? undefined;
  }

  /** The text, `undefined` when absent or not a text. Throws `Undecided` when unknown. */
  string(): string | undefined {
    const value = this.value();
    return typeof value === "string" ? value : undefined;
  }

  /** The truth value; the texts "true" and "false" count. `undefined` when absent. Throws `Undecided` when unknown. */
  boolean(): boolean | undefined {
    const value = this.value();
    if (value === "true") return true;
    if (value === "false") return false;
    return typeof value === "boolean" ? value : undefined;
  }

  /** The number; a text that is a number counts. `undefined` when absent. Throws `Undecided` when unknown. */
  number(): number | undefined {
    const value = this.value();
    if (typeof value === "number") return value;
    return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))
      ? Number(value)
      : undefined;
  }

  /** The items of a list; a single value counts as a list of one, absent as none. Throws `Undecided` when the list is unknown. */
  items(): Node[] {
    const value = this.value();
    if (value === undefined) return [];
    if (!Array.isArray(value)) return [this];
    return value.map((item, index) => new Node(item, joinPath(this.path, index)));
  }

  /** The fields of an object as nodes. Throws `Undecided` when the object is unknown. */
  fields(): [name: string, node: Node][] {
    const value = this.value();
    if (!isContainer(value) || Array.isArray(value)) return [];
    return Object.keys(value).map((name) => [name, this.at(name)]);
  }

  /**
   * The parsed JSON document in this text, or the object itself where the provider takes one. Paths go on inside it.
   * Throws `SyntaxError` when the text does not parse and `Undecided` when the text is wholly or partly unknown,
   * unless the unknown parts are single string values inside the document.
   */
  json(): Node {
    if (typeof this.raw !== "string") return new Node(this.value(), this.path);
    if (this.isUnknown && !this.raw.trimStart().startsWith("{") && !this.raw.trimStart().startsWith("[")) {
      throw new Undecided(this.path);
    }
    return new Node(JSON.parse(this.raw), this.path);
  }
}

export function joinPath(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
