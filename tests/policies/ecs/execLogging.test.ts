import { strict as assert } from "node:assert";
import { ecsExecLogging } from "../../../policies/ecs/execLogging";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/cluster:Cluster";

describe("ecs-exec-logging", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes an encrypted log group",
      {
        configuration: {
          executeCommandConfiguration: {
            kmsKeyId: unknown,
            logging: "OVERRIDE",
            logConfiguration: { cloudWatchEncryptionEnabled: true, cloudWatchLogGroupName: unknown },
          },
        },
      },
      [],
    ],
    [
      "passes an encrypted bucket",
      {
        configuration: {
          executeCommandConfiguration: {
            kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1",
            logging: "OVERRIDE",
            logConfiguration: { s3BucketName: "b", s3BucketEncryptionEnabled: true },
          },
        },
      },
      [],
    ],
    [
      "passes the log of the task",
      { configuration: { executeCommandConfiguration: { kmsKeyId: unknown, logging: "DEFAULT" } } },
      [],
    ],
    ["refuses an absent block", {}, ["violation configuration.executeCommandConfiguration.kmsKeyId"]],
    [
      "refuses no logs",
      { configuration: { executeCommandConfiguration: { kmsKeyId: unknown, logging: "NONE" } } },
      ["violation configuration.executeCommandConfiguration.logging"],
    ],
    [
      "refuses unencrypted logs",
      {
        configuration: {
          executeCommandConfiguration: {
            kmsKeyId: unknown,
            logging: "OVERRIDE",
            logConfiguration: { cloudWatchLogGroupName: "g" },
          },
        },
      },
      ["violation configuration.executeCommandConfiguration.logConfiguration.cloudWatchEncryptionEnabled"],
    ],
    [
      "refuses an unencrypted bucket beside an encrypted group",
      {
        configuration: {
          executeCommandConfiguration: {
            kmsKeyId: unknown,
            logging: "OVERRIDE",
            logConfiguration: { cloudWatchLogGroupName: "g", cloudWatchEncryptionEnabled: true, s3BucketName: "b" },
          },
        },
      },
      ["violation configuration.executeCommandConfiguration.logConfiguration.s3BucketEncryptionEnabled"],
    ],
    [
      "cannot decide unknown logging",
      { configuration: { executeCommandConfiguration: { kmsKeyId: unknown, logging: unknown } } },
      ["undecided configuration.executeCommandConfiguration.logging"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsExecLogging, { type, props })), expected);
    });
  }
});
