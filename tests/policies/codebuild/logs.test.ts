import { strict as assert } from "node:assert";
import { cbLogs } from "../../../policies/codebuild/logs";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codebuild/project:Project";

describe("cb-logs", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a named log group", { logsConfig: { cloudwatchLogs: { groupName: "/aws/codebuild/shop" } } }, []],
    [
      "passes a log group that this stack creates",
      { logsConfig: { cloudwatchLogs: { status: "ENABLED", groupName: unknown } } },
      [],
    ],
    [
      "passes logs in S3 alone",
      { logsConfig: { cloudwatchLogs: { status: "DISABLED" }, s3Logs: { status: "ENABLED", location: "logs/x" } } },
      [],
    ],
    [
      "refuses an absent block, for which CodeBuild makes up a group",
      {},
      ["violation logsConfig.cloudwatchLogs.groupName"],
    ],
    [
      "refuses no logs at all",
      { logsConfig: { cloudwatchLogs: { status: "DISABLED" } } },
      ["violation logsConfig.cloudwatchLogs.status"],
    ],
    ["cannot decide an unknown block", { logsConfig: unknown }, ["undecided logsConfig.s3Logs.status"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cbLogs, { type, props })), expected);
    });
  }
});
