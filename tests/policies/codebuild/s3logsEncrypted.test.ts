import { strict as assert } from "node:assert";
import { cbS3logsEncrypted } from "../../../policies/codebuild/s3logsEncrypted";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codebuild/project:Project";

describe("cb-s3logs-encrypted", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes logs that are encrypted by default", { logsConfig: { s3Logs: { status: "ENABLED" } } }, []],
    ["passes an absent block", {}, []],
    [
      "refuses unencrypted logs",
      { logsConfig: { s3Logs: { status: "ENABLED", encryptionDisabled: true } } },
      ["violation logsConfig.s3Logs.encryptionDisabled"],
    ],
    ["ignores the flag where S3 gets no logs", { logsConfig: { s3Logs: { encryptionDisabled: true } } }, []],
    [
      "cannot decide an unknown flag",
      { logsConfig: { s3Logs: { status: "ENABLED", encryptionDisabled: unknown } } },
      ["undecided logsConfig.s3Logs.encryptionDisabled"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cbS3logsEncrypted, { type, props })), expected);
    });
  }
});
