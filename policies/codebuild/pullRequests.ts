import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import { namesExactly } from "./anchors";

const strangersCode = /PULL_REQUEST_(CREATED|UPDATED|REOPENED)/;
/** Whoever can see a public repository has these roles: their pull requests would need nobody's approval. */
const everyone = /_(READ|GUEST)$/;

export function excludes(filter: Node): boolean {
  return filter.at("excludeMatchedPattern").boolean() === true;
}

/** Judges whether an event lets strangers' code run: `filters` are those of its group, all of which an event must fit. */
export function judgeEvent(filter: Node, filters: readonly Node[], policy: Node, report: Reporter): void {
  if (filter.at("type").string() !== "EVENT") return;
  if (!strangersCode.test(filter.at("pattern").string() ?? "") || excludes(filter)) return;
  if (filters.some(namesAccounts)) return;
  const approval = policy.at("requiresCommentApproval");
  // FORK_PULL_REQUESTS holds back those who cannot push anyway.
  if (!["ALL_PULL_REQUESTS", "FORK_PULL_REQUESTS"].includes(approval.string() ?? "")) {
    const what = "Anyone who opens a pull request runs code in the build";
    const fix = "Set `pullRequestBuildPolicy.requiresCommentApproval` to `ALL_PULL_REQUESTS`.";
    report.violation({ at: approval, what, fix });
    return;
  }
  for (const role of policy.at("approverRoles").items()) {
    if (!everyone.test(role.string() ?? "")) continue;
    const what = "Everyone who can read the repository approves pull requests, their own as well";
    report.violation({ at: role, what, fix: "Leave in `approverRoles` only those who may write." });
  }
}

/** Only these accounts start builds, so that nobody else's pull request does. */
function namesAccounts(filter: Node): boolean {
  const isAccount = filter.at("type").string() === "ACTOR_ACCOUNT_ID";
  return isAccount && !excludes(filter) && namesExactly(filter.at("pattern").string() ?? "");
}
