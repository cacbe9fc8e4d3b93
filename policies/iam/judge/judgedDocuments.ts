import type { PolicyDocument } from "../../documents/document";
import type { Context, FindingInput, Reporter } from "../../shared/control";
import { type Node, Undecided } from "../../shared/node";
import type { Resource } from "../../shared/resource";
import { documentNodes, readIdentityDocument, readIntent } from "./identityDocuments";
import { permissionsOf } from "./permissions";

/**
 * Judges the identity documents of a resource. What is known of a document is judged as it is. Where a part that is not
 * known would decide and the component around it declares its statements, these are judged in place of that part.
 */
export function judgeDocuments(
  resource: Resource,
  report: Reporter,
  context: Context,
  judge: (document: PolicyDocument, report: Reporter) => void,
): void {
  if (resource.props.at("inlinePolicies").isUnknown) return;
  const declared = context.declaredIntent(resource.opts.parent);
  for (const node of documentNodes(resource)) {
    const reading = readIdentityDocument(node, resource, context);
    if (!("document" in reading)) continue;
    if (reading.intent || declared === undefined) judge(reading.document, report);
    else judgeWithIntent(node, reading.document, declared, report, judge);
  }
}

function judgeWithIntent(
  node: Node,
  document: PolicyDocument,
  declared: Node,
  report: Reporter,
  judge: (document: PolicyDocument, report: Reporter) => void,
): void {
  const first = new Provisional(report);
  judge(document, first);
  if (first.held.length === 0 && permissionsOf(document).undecided.length === 0) return;
  const intent = readIntent(declared, node);
  if ("document" in intent) judge(intent.document, new Rest(report, first.told));
  else for (const error of first.held) report.each([node], () => reject(error));
}

function reject(error: Undecided): never {
  throw error;
}

/** Passes on what is certain and keeps back what is not. */
class Provisional implements Reporter {
  readonly held: Undecided[] = [];
  readonly told = new Set<string>();

  constructor(private readonly inner: Reporter) {}

  violation(finding: FindingInput): void {
    this.told.add(keyOf(finding));
    this.inner.violation(finding);
  }

  undecided(finding: FindingInput): void {
    this.held.push(new Undecided(typeof finding.at === "string" ? finding.at : finding.at.path, finding.what));
  }

  each(nodes: Iterable<Node>, judge: (node: Node) => void): void {
    this.inner.each(nodes, (node) => this.holding(() => judge(node)));
  }

  eachResource<R extends Resource>(resources: Iterable<R>, judge: (resource: R) => void): void {
    this.inner.eachResource(resources, (resource) => this.holding(() => judge(resource)));
  }

  private holding(judge: () => void): void {
    try {
      judge();
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      this.held.push(error);
    }
  }
}

/** What the declared statements add to what the real ones have shown. */
class Rest implements Reporter {
  constructor(
    private readonly inner: Reporter,
    private readonly told: ReadonlySet<string>,
  ) {}

  violation(finding: FindingInput): void {
    if (!this.told.has(keyOf(finding))) this.inner.violation(finding);
  }

  undecided(finding: FindingInput): void {
    this.inner.undecided(finding);
  }

  each(nodes: Iterable<Node>, judge: (node: Node) => void): void {
    this.inner.each(nodes, judge);
  }

  eachResource<R extends Resource>(resources: Iterable<R>, judge: (resource: R) => void): void {
    this.inner.eachResource(resources, judge);
  }
}

function keyOf({ detail, what }: FindingInput): string {
  return detail ?? what;
}
