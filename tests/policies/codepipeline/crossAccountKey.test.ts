import { strict as assert } from "node:assert";
import { cpCrossAccountKey } from "../../../policies/codepipeline/crossAccountKey";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codepipeline/pipeline:Pipeline";

describe("cp-cross-account-key", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "ignores pipelines at home",
      {
        region: "eu-west-1",
        roleArn: "arn:aws:iam::123456789012:role/p",
        artifactStores: [{}],
        stages: [
          {
            name: "D",
            actions: [
              { name: "d", category: "Deploy", region: "eu-west-1", roleArn: "arn:aws:iam::123456789012:role/d" },
            ],
          },
        ],
      },
      [],
    ],
    [
      "ignores a role of this stack",
      {
        region: "eu-west-1",
        roleArn: "arn:aws:iam::123456789012:role/p",
        artifactStores: [{}],
        stages: [{ name: "D", actions: [{ name: "d", category: "Deploy", roleArn: unknown }] }],
      },
      [],
    ],
    [
      "passes another account with a key",
      {
        region: "eu-west-1",
        roleArn: "arn:aws:iam::123456789012:role/p",
        artifactStores: [{ encryptionKey: { id: unknown } }],
        stages: [
          { name: "D", actions: [{ name: "d", category: "Deploy", roleArn: "arn:aws:iam::210987654321:role/d" }] },
        ],
      },
      [],
    ],
    [
      "refuses another account without one",
      {
        region: "eu-west-1",
        roleArn: "arn:aws:iam::123456789012:role/p",
        artifactStores: [{}],
        stages: [
          { name: "D", actions: [{ name: "d", category: "Deploy", roleArn: "arn:aws:iam::210987654321:role/d" }] },
        ],
      },
      ["violation artifactStores[0].encryptionKey.id"],
    ],
    [
      "refuses another region with the AWS managed key",
      {
        region: "eu-west-1",
        roleArn: "arn:aws:iam::123456789012:role/p",
        artifactStores: [{ encryptionKey: { id: unknown } }, { encryptionKey: { id: "alias/aws/s3" } }],
        stages: [{ name: "D", actions: [{ name: "d", category: "Deploy", region: "eu-central-1" }] }],
      },
      ["violation artifactStores[1].encryptionKey.id"],
    ],
    [
      "passes a region that may be the own one: there is one store for all",
      {
        artifactStores: [{}],
        stages: [{ name: "D", actions: [{ name: "d", category: "Deploy", region: "eu-west-1" }] }],
      },
      [],
    ],
    [
      "passes a role of an own account while the pipeline's own role is not known yet",
      {
        roleArn: unknown,
        artifactStores: [{}],
        stages: [
          { name: "D", actions: [{ name: "d", category: "Deploy", roleArn: "arn:aws:iam::123456789012:role/d" }] },
        ],
      },
      [],
    ],
    [
      "refuses an alias, which other accounts do not know",
      {
        roleArn: "arn:aws:iam::123456789012:role/p",
        artifactStores: [{ encryptionKey: { id: "arn:aws:kms:eu-west-1:123456789012:alias/artifacts" } }],
        stages: [
          { name: "D", actions: [{ name: "d", category: "Deploy", roleArn: "arn:aws:iam::210987654321:role/d" }] },
        ],
      },
      ["violation artifactStores[0].encryptionKey.id"],
    ],
    [
      "cannot decide unknown stores",
      {
        region: "eu-west-1",
        roleArn: "arn:aws:iam::123456789012:role/p",
        artifactStores: unknown,
        stages: [{ name: "D", actions: [{ name: "d", category: "Deploy", region: "eu-central-1" }] }],
      },
      ["undecided artifactStores"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cpCrossAccountKey, { type, props })), expected);
    });
  }

  it("cannot decide when nobody said which account is the own one", async () => {
    const props = {
      roleArn: unknown,
      artifactStores: [{}],
      stages: [
        { name: "D", actions: [{ name: "d", category: "Deploy", roleArn: "arn:aws:iam::123456789012:role/d" }] },
      ],
    };
    const findings = await judge(cpCrossAccountKey, { type, props }, { ownAccounts: [] });
    assert.deepEqual(brief(findings), ["undecided artifactStores[0].encryptionKey.id"]);
  });
});
