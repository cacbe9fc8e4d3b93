import { strict as assert } from "node:assert";
import { logsRetention } from "../../../policies/observability/logsRetention";
import { brief, judge, prodEnvironment, unknown } from "../../support/policy";

const type = "aws:cloudwatch/logGroup:LogGroup";

describe("logs-retention", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a month in development", { retentionInDays: 30 }, []],
    ["refuses an absent time, which means for ever", {}, ["violation retentionInDays"]],
    ["refuses 0, which means for ever", { retentionInDays: 0 }, ["violation retentionInDays"]],
    ["refuses three days", { retentionInDays: 3 }, ["violation retentionInDays"]],
    ["passes the class of delivered logs, which AWS keeps two days", { logGroupClass: "DELIVERY" }, []],
    ["refuses seldom read logs for ever", { logGroupClass: "INFREQUENT_ACCESS" }, ["violation retentionInDays"]],
    ["takes a text for a number", { retentionInDays: "30" }, []],
    ["cannot decide an unknown time", { retentionInDays: unknown }, ["undecided retentionInDays"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(logsRetention, { type, props })), expected);
    });
  }

  it("asks for a year in production", async () => {
    const inProduction = (retentionInDays: number) =>
      judge(logsRetention, { type, props: { retentionInDays } }, { environment: prodEnvironment });
    assert.deepEqual(brief(await inProduction(30)), ["violation retentionInDays"]);
    assert.deepEqual(brief(await inProduction(365)), []);
  });
});
