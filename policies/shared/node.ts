import { containsUnknown } from "./placeholders";

/**
 * One place in a resource's properties: a path and what is known about it.
 *
 * `@pulumi/policy` throws on every read of a value that preview does not know yet and then lets the resource pass with
 * an advisory remark. Controls therefore never read properties directly: they walk nodes, and reading an unknown one
 * throws `Undecided`, which the evaluator reports with path and reason instead of letting it pass.
 */

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

  /** The fields of an object as nodes, without the provider's note of what it filled in. Throws `Undecided` when the object is unknown. */
  fields(): [name: string, node: Node][] {
    const value = this.value();
    if (!isContainer(value) || Array.isArray(value)) return [];
    return Object.keys(value).flatMap((name) => (name === "__defaults" ? [] : [[name, this.at(name)]]));
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
