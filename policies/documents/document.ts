import { Node, Undecided } from "../shared/node";
import { Recent } from "../shared/recent";
import { faultOfJson, shortened } from "./jsonText";
import { MalformedDocument } from "./malformedDocument";
import { Statement } from "./statement";

/** Any IAM-like document: identity, trust, key, bucket, repository, topic, endpoint policy. */
export interface PolicyDocument {
  readonly node: Node;
  /** The statements that are known to be objects; each of their leaves may still be unknown. */
  readonly statements: readonly Statement[];
  /** Statements of which nothing is known: without them the document is only partly judged. */
  readonly unknownStatements: readonly Node[];
}

const topLevelElements = new Set(["Version", "Id", "Statement"]);
const versions = new Set(["2012-10-17", "2008-10-17"]);
const ofTexts = new Recent<PolicyDocument>(64);
const ofObjects = new WeakMap<object, PolicyDocument>();

/**
 * Reads a JSON text, or the object that the provider takes in its place. Throws `Undecided` when the document is wholly
 * unknown and `MalformedDocument` when AWS would refuse it. An absent node is an empty document.
 */
export function parseDocument(node: Node): PolicyDocument {
  if (node.isAbsent) return { node, statements: [], unknownStatements: [] };
  const text = node.raw;
  if (typeof text !== "string") return documentOfObject(node);
  return ofTexts.get(`${node.path}\n${text}`, () => documentOf(parseText(node, text)));
}

function documentOfObject(node: Node): PolicyDocument {
  const known = ofObjects.get(node.raw as object);
  if (known?.node.path === node.path) return known;
  // Refuses what is no object.
  const document = documentOf(node);
  ofObjects.set(node.raw as object, document);
  return document;
}

function parseText(node: Node, text: string): Node {
  if (node.isUnknown && !/^\s*\{/.test(text)) throw new Undecided(node.path);
  const fault = faultOfJson(text);
  if (fault !== undefined) throw new MalformedDocument(node.path, fault);
  try {
    return new Node(JSON.parse(text), node.path);
  } catch (error) {
    // The parser's own message quotes the text, which may hold secrets.
    const position = /position \d+/.exec(error instanceof Error ? error.message : "")?.[0];
    throw new MalformedDocument(node.path, `it is no JSON text${position === undefined ? "" : ` (${position})`}`);
  }
}

function documentOf(root: Node): PolicyDocument {
  const value = root.value();
  if (typeof value !== "object" || Array.isArray(value)) {
    throw new MalformedDocument(root.path, "it is no JSON object");
  }
  for (const [name, element] of root.fields()) {
    if (!topLevelElements.has(name) && !element.isAbsent) {
      throw new MalformedDocument(element.path, `IAM knows no element ${shortened(name)} in a document`);
    }
  }
  const version = root.at("Version");
  if (version.isKnown && (typeof version.raw !== "string" || !versions.has(version.raw))) {
    const written = typeof version.raw === "string" ? version.raw : typeof version.raw;
    throw new MalformedDocument(version.path, `there is no policy language version ${shortened(written)}`);
  }
  const list = root.at("Statement");
  if (list.isAbsent) throw new MalformedDocument(root.path, "it has no Statement");
  return readStatements(root, list.items());
}

function readStatements(root: Node, items: readonly Node[]): PolicyDocument {
  const statements: Statement[] = [];
  const unknownStatements: Node[] = [];
  items.forEach((item, index) => {
    if (item.isUnknown) unknownStatements.push(item);
    else statements.push(new Statement(item, index));
  });
  return { node: root, statements, unknownStatements };
}
