import type { Context, Control, Finding, FindingInput, Reporter } from "./control";
import { Malformed } from "./malformed";
import { Node, Undecided } from "./node";
import { shownValue } from "./redaction";
import type { Resource } from "./resource";
import { tellsSecret } from "./secretWords";
import type { StackIndex } from "./stackIndex";

/** Runs one control on one resource. Never throws: what cannot be decided and what breaks become findings. */
export async function evaluate(control: Control, resource: Resource, context: Context): Promise<Finding[]> {
  const collector = new Collector(control, resource);
  if (control.check) await collector.guard(() => control.check?.(resource, collector, context));
  return collector.findings;
}

/** Runs one control on a whole stack. */
export async function evaluateStack(control: Control, stack: StackIndex, context: Context): Promise<Finding[]> {
  const collector = new Collector(control);
  if (control.checkStack) await collector.guard(() => control.checkStack?.(stack, collector, context));
  return collector.findings;
}

class Collector implements Reporter {
  readonly findings: Finding[] = [];

  constructor(
    private readonly control: Control,
    private current?: Resource,
  ) {}

  violation(finding: FindingInput): void {
    this.add("violation", finding);
  }

  undecided(finding: FindingInput): void {
    this.add("undecided", finding);
  }

  each(nodes: Iterable<Node>, judge: (node: Node) => void): void {
    for (const node of nodes) this.guardSync(() => judge(node));
  }

  eachResource<R extends Resource>(resources: Iterable<R>, judge: (resource: R) => void): void {
    const before = this.current;
    for (const resource of resources) {
      this.current = resource;
      this.guardSync(() => judge(resource));
    }
    this.current = before;
  }

  async guard(run: () => void | Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.caught(error);
    }
  }

  private guardSync(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.caught(error);
    }
  }

  private caught(error: unknown): void {
    if (error instanceof Undecided) {
      this.undecided({
        at: error.path,
        what: error.message,
        fix: "Make it known in preview, or judge it in the update.",
      });
    } else if (error instanceof Malformed) {
      const fix = "Correct it: AWS would refuse it, and nothing in it can be judged.";
      this.add("violation", { at: error.path, what: error.message, fix }, true);
    } else {
      // A control that breaks must never count as a pass.
      // The parser's own message quotes the text, which may hold secrets.
      const reason = error instanceof SyntaxError ? "it is no JSON text" : error instanceof Error ? error.message : "";
      this.violation({
        at: "",
        what: `${this.control.id} could not read this resource: ${reason}`,
        fix: "Correct the property, or report the fault if the property is right.",
      });
    }
  }

  private add(outcome: Finding["outcome"], finding: FindingInput, malformed = false): void {
    const path = typeof finding.at === "string" ? finding.at : finding.at.path;
    const urn = finding.on?.urn ?? this.current?.urn ?? "";
    const shown = finding.at instanceof Node ? shownValue(finding.at) : undefined;
    // One unknown or malformed value that several branches read is one finding.
    const told = (one: Finding) => one.outcome === outcome && one.urn === urn && one.path === path;
    if ((outcome === "undecided" || malformed) && this.findings.some(told)) return;
    this.findings.push({
      outcome,
      urn,
      path,
      ...this.told(finding),
      ...(shown !== undefined && { shown }),
      ...(finding.severity && { severity: finding.severity }),
      ...(malformed && { malformed }),
    });
  }

  /** The finding's texts, or the control's where they would repeat what the program marked as secret. */
  private told(finding: FindingInput): Pick<Finding, "what" | "fix" | "detail"> {
    const { what, fix, detail } = finding;
    if (tellsSecret(finding.on ?? this.current, [what, fix, detail])) {
      return {
        what: `A secret value breaks the rule: ${this.control.description.replace(/\.$/, "")}`,
        fix: this.control.remediationSteps,
      };
    }
    return { what, fix, ...(detail !== undefined && { detail }) };
  }
}
