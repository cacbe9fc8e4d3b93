import { strict as assert } from "node:assert";
import { lifecycleProblems } from "../../../../../local/aws/refusals/ecr/lifecyclePolicy";
import { stored, table } from "../support";

const expire = { type: "expire" };
const tagged = {
  rulePriority: 1,
  selection: { tagStatus: "tagged", tagPatternList: ["build-*"], countType: "imageCountMoreThan", countNumber: 10 },
  action: expire,
};
const untagged = {
  rulePriority: 2,
  selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 7 },
  action: expire,
};
const any = {
  rulePriority: 3,
  selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 100 },
  action: expire,
};

function problems(...rules: unknown[]): string {
  return lifecycleProblems(JSON.stringify({ rules })).join("; ");
}

function selected(change: Record<string, unknown>): unknown {
  return { ...tagged, selection: { ...tagged.selection, ...change } };
}

describe("ecr/lifecyclePolicy", () => {
  it("accepts tagged, untagged and any in that order", () => assert.equal(problems(tagged, untagged, any), ""));
  it("accepts prefixes instead of patterns", () =>
    assert.equal(problems(selected({ tagPatternList: undefined, tagPrefixList: ["v"] })), ""));
  it("accepts archiving before expiring", () => {
    const selection = { tagStatus: "any", countType: "sinceImagePulled", countUnit: "days", countNumber: 30 };
    const archive = { rulePriority: 9, selection, action: { type: "transition", targetStorageClass: "archive" } };
    assert.equal(problems(tagged, any, archive), "");
  });

  const refused: [string, unknown[], RegExp][] = [
    ["no rules", [], /no rules/],
    ["a priority used twice", [tagged, { ...untagged, rulePriority: 1 }], /rulePriority 1 is used twice/],
    ["priority 0", [{ ...tagged, rulePriority: 0 }], /whole number from 1/],
    ["any before another rule", [{ ...any, rulePriority: 1 }, untagged], /highest number/],
    ["two rules for any", [any, { ...any, rulePriority: 4 }], /two rules have tagStatus any/],
    ["two rules for untagged", [untagged, { ...untagged, rulePriority: 4 }], /two rules have tagStatus untagged/],
    ["tagged without tags", [selected({ tagPatternList: undefined })], /names no tags/],
    ["patterns and prefixes", [selected({ tagPrefixList: ["v"] })], /keep one/],
    ["an empty list", [selected({ tagPatternList: [] })], /is empty/],
    ["five wildcards", [selected({ tagPatternList: ["*a*b*c*d*"] })], /four wildcards/],
    ["tags with untagged", [selected({ tagStatus: "untagged" })], /remove it/],
    ["another status", [selected({ tagStatus: "all" })], /use one of tagged/],
    ["another count", [selected({ countType: "count" })], /imageCountMoreThan/],
    ["days with a count of images", [selected({ countUnit: "days" })], /remove it/],
    ["an age without days", [selected({ countType: "sinceImagePushed" })], /needs "days"/],
    ["a count as text", [selected({ countNumber: "10" })], /whole number/],
    ["another action", [{ ...tagged, action: { type: "delete" } }], /use "expire"/],
    ["no selection", [{ rulePriority: 1, action: expire }], /no selection/],
    ["an unknown field", [{ ...tagged, priority: 1 }], /unknown field priority/],
  ];
  for (const [title, rules, text] of refused) it(`refuses ${title}`, () => assert.match(problems(...rules), text));

  it("refuses what is not JSON", () =>
    assert.deepEqual(lifecycleProblems("{"), ["it is not JSON; build it with JSON.stringify"]));

  table({
    type: "aws:ecr/lifecyclePolicy:LifecyclePolicy",
    base: { repository: "app", policy: JSON.stringify({ rules: [tagged] }) },
    store: [stored("aws:ecr/repository:Repository", "app", { name: "app" })],
    refuses: {
      "a repository that is not there": [{ repository: "nope" }, "RepositoryNotFoundException"],
      "another grammar": [
        { policy: "[]" },
        "InvalidParameterException",
        "policy is not an acceptable lifecycle policy",
      ],
    },
  });
});
