import { strict as assert } from "node:assert";
import { secretRecovery } from "../../../policies/secrets/recovery";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:secretsmanager/secret:Secret";

describe("secret-recovery", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes the default of 30 days", {}, []],
    ["passes seven days", { recoveryWindowInDays: 7 }, []],
    ["refuses deletion at once", { recoveryWindowInDays: 0 }, ["violation recoveryWindowInDays"]],
    ["cannot decide an unknown window", { recoveryWindowInDays: unknown }, ["undecided recoveryWindowInDays"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => assert.deepEqual(brief(await judge(secretRecovery, { type, props })), expected));
  }
});
