import { strict as assert } from "node:assert";
import { cbReportEncrypted } from "../../../policies/codebuild/reportEncrypted";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codebuild/reportGroup:ReportGroup";

describe("cb-report-encrypted", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes a customer managed key",
      {
        exportConfig: {
          type: "S3",
          s3Destination: { bucket: "b", encryptionKey: "arn:aws:kms:eu-west-1:123456789012:key/1" },
        },
      },
      [],
    ],
    [
      "passes a key that this stack creates",
      { exportConfig: { type: "S3", s3Destination: { bucket: "b", encryptionKey: unknown } } },
      [],
    ],
    ["passes a group that exports nothing", { exportConfig: { type: "NO_EXPORT" } }, []],
    [
      "refuses the AWS managed key",
      { exportConfig: { type: "S3", s3Destination: { bucket: "b", encryptionKey: "alias/aws/s3" } } },
      ["violation exportConfig.s3Destination.encryptionKey"],
    ],
    [
      "refuses an absent key",
      { exportConfig: { type: "S3", s3Destination: { bucket: "b" } } },
      ["violation exportConfig.s3Destination.encryptionKey"],
    ],
    [
      "refuses no encryption",
      {
        exportConfig: {
          type: "S3",
          s3Destination: {
            bucket: "b",
            encryptionDisabled: true,
            encryptionKey: "arn:aws:kms:eu-west-1:123456789012:key/1",
          },
        },
      },
      ["violation exportConfig.s3Destination.encryptionDisabled"],
    ],
    ["cannot decide an unknown block", { exportConfig: unknown }, ["undecided exportConfig.type"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cbReportEncrypted, { type, props })), expected);
    });
  }
});
