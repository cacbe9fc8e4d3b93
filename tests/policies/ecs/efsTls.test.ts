import { strict as assert } from "node:assert";
import { ecsEfsTls } from "../../../policies/ecs/efsTls";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/taskDefinition:TaskDefinition";

describe("ecs-efs-tls", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes encryption and authorization",
      {
        volumes: [
          { name: "tmp" },
          {
            name: "data",
            efsVolumeConfiguration: {
              fileSystemId: unknown,
              transitEncryption: "ENABLED",
              authorizationConfig: { iam: "ENABLED" },
            },
          },
        ],
      },
      [],
    ],
    ["ignores other volumes", { volumes: [{ name: "tmp" }] }, []],
    ["passes no volumes", {}, []],
    [
      "refuses absent settings, which are off",
      { volumes: [{ name: "tmp" }, { name: "data", efsVolumeConfiguration: { fileSystemId: unknown } }] },
      [
        "violation volumes[1].efsVolumeConfiguration.transitEncryption",
        "violation volumes[1].efsVolumeConfiguration.authorizationConfig.iam",
      ],
    ],
    [
      "refuses an access point without IAM",
      {
        volumes: [
          { name: "tmp" },
          {
            name: "data",
            efsVolumeConfiguration: {
              fileSystemId: unknown,
              transitEncryption: "ENABLED",
              authorizationConfig: { accessPointId: unknown },
            },
          },
        ],
      },
      ["violation volumes[1].efsVolumeConfiguration.authorizationConfig.iam"],
    ],
    ["cannot decide unknown volumes", { volumes: unknown }, ["undecided volumes"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsEfsTls, { type, props })), expected);
    });
  }
});
