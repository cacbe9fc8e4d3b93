import { strict as assert } from "node:assert";
import { cbConcurrency } from "../../../policies/codebuild/concurrency";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codebuild/project:Project";

describe("cb-concurrency", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a limit", { concurrentBuildLimit: 2 }, []],
    ["refuses none", {}, ["violation concurrentBuildLimit"]],
    ["cannot decide an unknown limit", { concurrentBuildLimit: unknown }, ["undecided concurrentBuildLimit"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cbConcurrency, { type, props })), expected);
    });
  }
});
