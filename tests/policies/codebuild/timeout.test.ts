import { strict as assert } from "node:assert";
import { cbTimeout } from "../../../policies/codebuild/timeout";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codebuild/project:Project";

describe("cb-timeout", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes limits", { buildTimeout: 45, queuedTimeout: 60 }, []],
    ["passes an absent build limit, which AWS takes as an hour", { queuedTimeout: 60 }, []],
    ["refuses an absent queue limit, which AWS takes as eight hours", {}, ["violation queuedTimeout"]],
    ["refuses a build of a day", { buildTimeout: 1440, queuedTimeout: 60 }, ["violation buildTimeout"]],
    ["ignores Lambda compute, which takes no limits", { environment: { type: "ARM_LAMBDA_CONTAINER" } }, []],
    ["cannot decide an unknown limit", { buildTimeout: unknown, queuedTimeout: 60 }, ["undecided buildTimeout"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cbTimeout, { type, props })), expected);
    });
  }
});
