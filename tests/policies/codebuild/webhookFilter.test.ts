import { strict as assert } from "node:assert";
import { cbWebhookFilter } from "../../../policies/codebuild/webhookFilter";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codebuild/webhook:Webhook";
const on = (type: string, pattern: string) => ({ type, pattern });
const push = on("EVENT", "PUSH");
const hook = (filters: object[], more: object = {}) => ({ filterGroups: [{ filters }], ...more });
const requires = (requiresCommentApproval: string) => ({ pullRequestBuildPolicy: { requiresCommentApproval } });
const second = ["violation filterGroups[0].filters[1].pattern"];
const approval = ["violation pullRequestBuildPolicy.requiresCommentApproval"];

describe("cb-webhook-filter", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes anchored patterns",
      hook([push, on("HEAD_REF", "^refs/heads/main$"), on("ACTOR_ACCOUNT_ID", "^(12|34)$")]),
      [],
    ],
    ["passes alternatives that are all anchored", hook([push, on("ACTOR_ACCOUNT_ID", "^12$|^34$")]), []],
    ["passes a webhook that somebody creates by hand", hook([push], { manualCreation: true }), []],
    ["refuses an absent block", {}, ["violation filterGroups"]],
    ["refuses an account that only must be contained", hook([push, on("ACTOR_ACCOUNT_ID", "755743")]), second],
    ["refuses one open alternative", hook([push, on("ACTOR_ACCOUNT_ID", "^12$|34")]), second],
    ["refuses anchors that each hold for one alternative", hook([push, on("ACTOR_ACCOUNT_ID", "^12|34$")]), second],
    ["refuses a branch without an end", hook([push, on("HEAD_REF", "^refs/heads/main")]), second],
    [
      "ignores an exclusion that excludes too much",
      hook([push, { type: "HEAD_REF", pattern: "wip", excludeMatchedPattern: true }]),
      [],
    ],
    ["ignores patterns of files and messages", hook([push, on("FILE_PATH", "^src/")]), []],
    ["refuses pull requests of strangers", hook([on("EVENT", "PUSH, PULL_REQUEST_CREATED")]), approval],
    [
      "refuses pull requests with approval switched off",
      hook([on("EVENT", "PULL_REQUEST_UPDATED")], requires("DISABLED")),
      approval,
    ],
    [
      "passes pull requests that wait for approval",
      hook([on("EVENT", "PULL_REQUEST_CREATED")], requires("ALL_PULL_REQUESTS")),
      [],
    ],
    [
      "passes pull requests of agreed accounts",
      hook([on("EVENT", "PULL_REQUEST_CREATED"), on("ACTOR_ACCOUNT_ID", "^(12|34)$")]),
      [],
    ],
    [
      "refuses pull requests of whoever has an account",
      hook([on("EVENT", "PULL_REQUEST_CREATED"), on("ACTOR_ACCOUNT_ID", "^\\d+$")]),
      approval,
    ],
    [
      "refuses agreed accounts in another group",
      {
        filterGroups: [
          ...hook([on("EVENT", "PULL_REQUEST_CREATED")]).filterGroups,
          ...hook([push, on("ACTOR_ACCOUNT_ID", "^12$")]).filterGroups,
        ],
      },
      approval,
    ],
    [
      "refuses approval by everyone who reads",
      hook([on("EVENT", "PULL_REQUEST_CREATED")], {
        pullRequestBuildPolicy: {
          requiresCommentApproval: "ALL_PULL_REQUESTS",
          approverRoles: ["GITHUB_WRITE", "GITHUB_READ"],
        },
      }),
      ["violation pullRequestBuildPolicy.approverRoles[1]"],
    ],
    ["passes all branches, as AWS's example has them", hook([push, on("HEAD_REF", "^refs/heads/")]), []],
    ["passes all tags", hook([push, on("HEAD_REF", "^refs/tags/.*")]), []],
    ["refuses a group without filters", { filterGroups: [null] }, ["violation filterGroups[0]"]],
    ["cannot decide unknown groups", { filterGroups: unknown }, ["undecided filterGroups"]],
    [
      "cannot decide whether unknown accounts may open pull requests",
      hook([on("EVENT", "PULL_REQUEST_CREATED"), on("ACTOR_ACCOUNT_ID", unknown)]),
      ["undecided filterGroups[0].filters[1].pattern"],
    ],
    ["passes merged pull requests, whose code was accepted", hook([on("EVENT", "PULL_REQUEST_MERGED")]), []],
    [
      "cannot decide an unknown pattern, and still judges the next",
      hook([on("HEAD_REF", unknown), on("ACTOR_ACCOUNT_ID", "1")]),
      ["undecided filterGroups[0].filters[0].pattern", "violation filterGroups[0].filters[1].pattern"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cbWebhookFilter, { type, props })), expected);
    });
  }
});
