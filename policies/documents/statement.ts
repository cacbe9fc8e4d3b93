import { type Node, Undecided } from "../shared/node";
import { type Condition, readConditions } from "./conditions";
import { shortened } from "./jsonText";
import { MalformedDocument } from "./malformedDocument";
import { type Principal, readPrincipals } from "./principal";

const elements = new Set([
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
]);

/** An ARN has at most 2,048 characters. */
const longestLeaf = 4096;

/** One statement. Every leaf is a node and may be unknown; a list that is wholly unknown is one unknown leaf. */
export class Statement {
  readonly sid: string | undefined;
  readonly effect: Node;
  readonly actions: readonly Node[];
  readonly notActions: readonly Node[];
  readonly resources: readonly Node[];
  readonly notResources: readonly Node[];
  private readonly principalList: readonly Principal[] | undefined;
  private readonly conditionList: readonly Condition[] | undefined;

  constructor(
    readonly node: Node,
    readonly index: number,
  ) {
    if (!isObject(node.raw)) throw new MalformedDocument(node.path, "a statement is no object");
    for (const [name, element] of node.fields()) {
      if (!elements.has(name) && !element.isAbsent) {
        throw new MalformedDocument(element.path, `IAM knows no element ${shortened(name)} in a statement`);
      }
    }
    const sid = node.at("Sid");
    this.sid = sid.isKnown && typeof sid.raw === "string" && sid.raw !== "" ? sid.raw : undefined;
    this.effect = node.at("Effect");
    if (!this.effect.isUnknown && this.effect.raw !== "Allow" && this.effect.raw !== "Deny") {
      throw new MalformedDocument(this.effect.path, 'Effect must be "Allow" or "Deny"');
    }
    this.actions = leaves(node.at("Action"));
    this.notActions = leaves(node.at("NotAction"));
    if (this.has("Action") === this.has("NotAction")) {
      throw new MalformedDocument(node.path, "a statement must have either Action or NotAction");
    }
    this.resources = leaves(node.at("Resource"));
    this.notResources = leaves(node.at("NotResource"));
    if (this.has("Resource") && this.has("NotResource")) {
      throw new MalformedDocument(node.path, "a statement cannot have both Resource and NotResource");
    }
    // Read here, so that a fault in them is a fault of the document and not of the control that reads them first.
    this.principalList = unlessUnknown(() => readPrincipals(node.at("Principal")));
    this.conditionList = unlessUnknown(() => readConditions(node.at("Condition")));
    unlessUnknown(() => readPrincipals(node.at("NotPrincipal")));
  }

  /** How messages name it. */
  get label(): string {
    return this.sid === undefined ? `statement ${this.index}` : `statement ${shortened(this.sid)}`;
  }

  /** Whether it grants. Throws `Undecided` while the effect is unknown. */
  get allows(): boolean {
    return this.effect.string() === "Allow";
  }

  get denies(): boolean {
    return this.effect.string() === "Deny";
  }

  has(
    element: "Action" | "NotAction" | "Resource" | "NotResource" | "Principal" | "NotPrincipal" | "Condition",
  ): boolean {
    return !this.node.at(element).isAbsent;
  }

  /** Who it is for. Throws `Undecided` while the whole element is unknown. */
  get principals(): readonly Principal[] {
    return this.principalList ?? readPrincipals(this.node.at("Principal"));
  }

  /** All must hold. Throws `Undecided` while the whole element is unknown. */
  get conditions(): readonly Condition[] {
    return this.conditionList ?? readConditions(this.node.at("Condition"));
  }
}

/** What is not known yet does not keep the rest of the document from being judged: reading it again tells where it is. */
function unlessUnknown<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Undecided) return undefined;
    throw error;
  }
}

function leaves(node: Node): readonly Node[] {
  if (node.isUnknown) return [node];
  const items = node.items();
  for (const item of items) {
    if (typeof item.raw !== "string") throw new MalformedDocument(item.path, "it must be a text or a list of texts");
    if (item.raw.length > longestLeaf) throw new MalformedDocument(item.path, "no ARN or action is that long");
  }
  return items;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
