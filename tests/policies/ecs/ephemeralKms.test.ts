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
      "refuses keys of AWS",
      {
        configuration: {
          managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: "alias/aws/ebs", kmsKeyId: "" },
        },
      },
      [
        "violation configuration.managedStorageConfiguration.fargateEphemeralStorageKmsKeyId",
        "violation configuration.managedStorageConfiguration.kmsKeyId",
      ],
    ],
    ["passes keys of this stack in an unknown block", { configuration: unknown }, []],
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

  const service = (encrypted?: unknown) => ({
    type: "aws:ecs/service:Service",
    props: { volumeConfiguration: { managedEbsVolume: { encrypted } } },
  });
  it("judges the volumes of services", async () => {
    assert.deepEqual(await judge(ecsEphemeralKms, service(true)), []);
    assert.deepEqual(await judge(ecsEphemeralKms, service()), []);
    for (const [encrypted, outcome] of [
      [false, "violation"],
      [unknown, "undecided"],
    ] as const) {
      const findings = await judge(ecsEphemeralKms, service(encrypted));
      assert.deepEqual(brief(findings), [`${outcome} volumeConfiguration.managedEbsVolume.encrypted`]);
    }
  });
});
