import type { Control, Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import { isAnchored } from "./anchors";

const whole = ["ACTOR_ACCOUNT_ID", "HEAD_REF", "BASE_REF"];
const strangersCode = /PULL_REQUEST_(CREATED|UPDATED|REOPENED)/;

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
    ],
  },
  check({ props }, report) {
    const groups = props.at("filterGroups");
    if (groups.items().length === 0) {
      report.violation({
        at: groups,
        what: "Every event of the repository starts a build, pull requests of strangers included",
        fix: 'Set `filterGroups` with an EVENT filter and, for example, HEAD_REF "^refs/heads/main$".',
      });
    }
    const filters = groups.items().flatMap((group) => group.at("filters").items());
    report.each(filters, (filter) => judgeFilter(filter, props, report));
  },
};

function judgeFilter(filter: Node, webhook: Node, report: Reporter): void {
  const type = filter.at("type").string() ?? "";
  const pattern = filter.at("pattern");
  const approval = webhook.at("pullRequestBuildPolicy", "requiresCommentApproval");
  // An exclusion that fits too much only excludes more.
  const excludes = () => filter.at("excludeMatchedPattern").boolean() === true;
  if (whole.includes(type) && !isAnchored(pattern.string() ?? "") && !excludes()) {
    const fix = "Write the pattern as `^…$`, each alternative of it.";
    report.violation({ at: pattern, what: "The pattern also fits texts that only contain it", fix, detail: type });
  }
  if (type !== "EVENT" || !strangersCode.test(pattern.string() ?? "") || excludes()) return;
  // FORK_PULL_REQUESTS holds back those who cannot push anyway.
  if (["ALL_PULL_REQUESTS", "FORK_PULL_REQUESTS"].includes(approval.string() ?? "")) return;
  const what = "Anyone who opens a pull request runs code in the build";
  const fix = "Set `pullRequestBuildPolicy.requiresCommentApproval` to `ALL_PULL_REQUESTS`.";
  report.violation({ at: approval, what, fix });
}
