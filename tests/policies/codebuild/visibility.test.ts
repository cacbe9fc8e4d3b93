import { strict as assert } from "node:assert";
import { cbVisibility } from "../../../policies/codebuild/visibility";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codebuild/project:Project";

describe("cb-visibility", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes absent properties, which AWS takes as private", {}, []],
    ["passes a private project", { projectVisibility: "PRIVATE", badgeEnabled: false }, []],
    ["refuses public builds", { projectVisibility: "PUBLIC_READ" }, ["violation projectVisibility"]],
    ["refuses a badge", { badgeEnabled: true }, ["violation badgeEnabled"]],
    [
      "cannot decide an unknown visibility, and still judges the badge",
      { projectVisibility: unknown, badgeEnabled: true },
      ["undecided projectVisibility", "violation badgeEnabled"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cbVisibility, { type, props })), expected);
    });
  }
});
