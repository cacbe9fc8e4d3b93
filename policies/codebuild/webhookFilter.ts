import type { Control, Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import { isAnchored, isAnchoredReference } from "./anchors";
import { excludes, judgeEvent } from "./pullRequests";

const whole = new Map([
  ["ACTOR_ACCOUNT_ID", isAnchored],
  ["HEAD_REF", isAnchoredReference],
  ["BASE_REF", isAnchoredReference],
]);

export const cbWebhookFilter: Control = {
  id: "cb-webhook-filter",
  title: "Only agreed events start builds",
  description: "CodeBuild webhooks must filter events by anchored patterns and hold back pull requests for approval.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Set `filterGroups`; anchor patterns of accounts and branches as `^…$`; for pull requests set `pullRequestBuildPolicy.requiresCommentApproval`.",
  url: "https://docs.aws.amazon.com/codebuild/latest/userguide/github-webhook.html",
  reads: {
    "aws:codebuild/webhook:Webhook": [
      "filterGroups.filters.type",
      "filterGroups.filters.pattern",
      "filterGroups.filters.excludeMatchedPattern",
      "pullRequestBuildPolicy.requiresCommentApproval",
      "pullRequestBuildPolicy.approverRoles",
    ],
  },
  check({ props }, report) {
    const groups = props.at("filterGroups");
    const refuseAll = (at: Node) =>
      report.violation({
        at,
        what: "Every event of the repository starts a build, pull requests of strangers included",
        fix: 'Set `filterGroups` with an EVENT filter and, for example, HEAD_REF "^refs/heads/main$".',
      });
    if (groups.items().length === 0) refuseAll(groups);
    report.each(groups.items(), (group) => {
      const filters = group.at("filters").items();
      if (filters.length === 0) refuseAll(group);
      report.each(filters, (filter) => judgePattern(filter, report));
      report.each(filters, (filter) => judgeEvent(filter, filters, props.at("pullRequestBuildPolicy"), report));
    });
  },
};

function judgePattern(filter: Node, report: Reporter): void {
  const type = filter.at("type").string() ?? "";
  const [pattern, fits] = [filter.at("pattern"), whole.get(type)];
  // An exclusion that fits too much only excludes more.
  if (!fits || fits(pattern.string() ?? "") || excludes(filter)) return;
  const fix = "Write the pattern as `^…$`, each alternative of it.";
  report.violation({ at: pattern, what: "The pattern also fits texts that only contain it", fix, detail: type });
}
