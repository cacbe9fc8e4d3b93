import { strict as assert } from "node:assert";
import { ecrLifecycle } from "../../../policies/ecr/lifecycle";
import { brief, judge, unknown, judgeStack, stackOf } from "../../support/policy";

const type = "aws:ecr/lifecyclePolicy:LifecyclePolicy";
const untagged = { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 7 };
const tagged = (tag: string) => ({
  tagStatus: "tagged",
  ...(tag.includes("*") ? { tagPatternList: [tag] } : { tagPrefixList: [tag] }),
});
const keep = (countNumber: number, tag: string) => ({ ...tagged(tag), countType: "imageCountMoreThan", countNumber });
const aged = (tag: string) => ({ ...untagged, ...tagged(tag) });
const policy = (...selections: object[]) => ({
  policy: JSON.stringify({
    rules: selections.map((selection, index) => ({ rulePriority: index + 1, selection, action: { type: "expire" } })),
  }),
});
const protecting = [keep(1000, "env-"), untagged].map((selection, rulePriority) => ({ rulePriority, selection }));

describe("ecr-lifecycle", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes rules by count that keep what runs", policy(keep(1000, "env-"), keep(30, "release-"), untagged), []],
    [
      "passes few releases once an earlier rule keeps what runs",
      policy(keep(1000, "env-"), keep(2, "release-"), untagged),
      [],
    ],
    ["passes rules on images that are never deployed", policy(aged("pr-"), keep(1, "buildcache"), untagged), []],
    ["passes a document given as an object", { policy: { rules: [{ rulePriority: 1, selection: untagged }] } }, []],
    [
      "passes a rule on images that are archived already",
      policy(untagged, {
        tagStatus: "any",
        storageClass: "archive",
        countType: "sinceImageTransitioned",
        countNumber: 90,
      }),
      [],
    ],
    ["refuses no rule for untagged images", policy(keep(30, "release-")), ["violation policy"]],
    [
      "refuses any image by age",
      policy(keep(1000, "env-"), { ...untagged, tagStatus: "any" }),
      ["violation policy.rules[1].selection.tagStatus"],
    ],
    [
      "refuses too few of any image",
      policy({ tagStatus: "any", countType: "imageCountMoreThan", countNumber: 3 }),
      ["violation policy.rules[0].selection.countNumber"],
    ],
    [
      "refuses too few releases",
      policy(keep(1, "release-"), untagged),
      ["violation policy.rules[0].selection.countNumber"],
    ],
    [
      "refuses too few running images",
      policy(keep(30, "release-"), keep(1, "env-"), untagged),
      ["violation policy.rules[1].selection.countNumber"],
    ],
    ["refuses releases by age", policy(aged("release-"), untagged), ["violation policy.rules[0].selection.countType"]],
    [
      "refuses a pattern that reaches releases",
      policy(keep(2, "*"), untagged),
      ["violation policy.rules[0].selection.countNumber"],
    ],
    [
      "refuses a prefix that reaches releases",
      policy(keep(2, "rel"), untagged),
      ["violation policy.rules[0].selection.countNumber"],
    ],
    [
      "reads rules by their priority",
      { policy: { rules: [{ rulePriority: 9, selection: keep(1, "release-") }, ...protecting] } },
      [],
    ],
    ["refuses what does not parse", { policy: "{" }, ["violation "]],
    ["refuses a document without rules", { policy: "{}" }, ["violation "]],
    ["cannot decide an unknown document", { policy: unknown }, ["undecided policy"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecrLifecycle, { type, props })), expected);
    });
  }

  const repository = { type: "aws:ecr/repository:Repository", name: "app", props: { name: "shop/app" } };

  it("passes a repository whose name, not known yet, stands in a policy", async () => {
    const linked = { type, name: "lifecycle", props: { repository: unknown }, dependsOn: { repository: ["app"] } };
    assert.deepEqual(await judgeStack(ecrLifecycle, stackOf(repository, linked)), []);
  });

  it("passes a repository that a policy names", async () => {
    const linked = { type, name: "lifecycle", props: { repository: "shop/app" } };
    assert.deepEqual(await judgeStack(ecrLifecycle, stackOf(repository, linked)), []);
  });

  it("refuses a repository without a policy", async () => {
    const other = { type, name: "lifecycle", props: { repository: "shop/other" } };
    assert.deepEqual(brief(await judgeStack(ecrLifecycle, stackOf(repository, other))), ["violation "]);
  });
});
