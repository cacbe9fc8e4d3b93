import { strict as assert } from "node:assert";
import { iamSession } from "../../../policies/iam/session";
import type { Control } from "../../../policies/shared/control";
import { brief, judge, unknown } from "../../support/policy";

describe("iam-session", () => {
  const cases: [behaviour: string, value: unknown, config: object, expected: string[]][] = [
    ["passes AWS's default of one hour", undefined, {}, []],
    ["passes one hour", 3600, {}, []],
    ["refuses twelve hours", 43200, {}, ["violation maxSessionDuration"]],
    ["passes what is configured", 7200, { maxSeconds: 7200 }, []],
    ["cannot decide an unknown duration", unknown, {}, ["undecided maxSessionDuration"]],
  ];
  for (const [behaviour, maxSessionDuration, config, expected] of cases) {
    it(behaviour, async () => {
      const role = { type: "aws:iam/role:Role", props: { maxSessionDuration } };
      assert.deepEqual(brief(await judge(iamSession as Control, role, { config })), expected);
    });
  }
});
