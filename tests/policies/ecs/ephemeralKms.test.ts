import { strict as assert } from "node:assert";
import { ecsEphemeralKms } from "../../../policies/ecs/ephemeralKms";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/cluster:Cluster";

describe("ecs-ephemeral-kms", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes both keys",
      {
        configuration: {
          managedStorageConfiguration: {
            fargateEphemeralStorageKmsKeyId: unknown,
            kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1",
          },
        },
      },
      [],
    ],
    [
      "refuses an absent block",
      {},
      [
        "violation configuration.managedStorageConfiguration.fargateEphemeralStorageKmsKeyId",
        "violation configuration.managedStorageConfiguration.kmsKeyId",
      ],
    ],
    [
      "refuses one key alone",
      { configuration: { managedStorageConfiguration: { kmsKeyId: unknown } } },
      ["violation configuration.managedStorageConfiguration.fargateEphemeralStorageKmsKeyId"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsEphemeralKms, { type, props })), expected);
    });
  }
});
