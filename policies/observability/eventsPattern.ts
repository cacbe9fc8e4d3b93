import type { Control } from "../shared/control";
import type { Node } from "../shared/node";

/** The pattern, or nothing when it does not parse. */
function parsed(pattern: Node): Node | undefined {
  try {
    return pattern.json();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** `[{"prefix": ""}]`, `[{"suffix": ""}]`, `[{"exists": true}]` and `[{"wildcard": "*"}]` match whatever is there. */
function matchesAnything(values: Node): boolean {
  if (values.isUnknown) return false;
  return values.items().some((value) => {
    const ends = [value.at("prefix"), value.at("suffix")];
    return ends.some(({ raw }) => raw === "") || value.at("exists").raw === true || value.at("wildcard").raw === "*";
  });
}

export const eventsPattern: Control = {
  id: "events-pattern",
  title: "Event rules match something in particular",
  description: "EventBridge rules must not match every event.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps: "Name at least one `source`, `detail-type` or field of `detail` in `eventPattern`.",
  url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html",
  reads: { "aws:cloudwatch/eventRule:EventRule": ["eventPattern", "scheduleExpression"] },
  check({ props }, report) {
    const pattern = props.at("eventPattern");
    // A rule with a schedule alone matches no events at all.
    if (pattern.isAbsent) return;
    const content = parsed(pattern);
    const narrowing = content
      ?.fields()
      .filter(([field]) => !["account", "region", "version", "time", "id"].includes(field));
    if (!narrowing || narrowing.every(([, values]) => matchesAnything(values))) {
      report.violation({
        at: pattern,
        what: content ? "The rule matches every event" : "The pattern is not JSON",
        fix: "Set `eventPattern` to a JSON object that names a `source` and a `detail-type`.",
      });
    }
  },
};
