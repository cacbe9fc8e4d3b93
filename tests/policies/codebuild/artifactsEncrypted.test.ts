import { strict as assert } from "node:assert";
import { cbArtifactsEncrypted } from "../../../policies/codebuild/artifactsEncrypted";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codebuild/project:Project";

describe("cb-artifacts-encrypted", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an absent flag, which AWS takes as encrypted", { artifacts: { type: "S3" } }, []],
    [
      "refuses unencrypted artifacts",
      { artifacts: { type: "S3", encryptionDisabled: true } },
      ["violation artifacts.encryptionDisabled"],
    ],
    [
      "refuses unencrypted secondary artifacts",
      { artifacts: { type: "S3" }, secondaryArtifacts: [{ type: "S3" }, { type: "S3", encryptionDisabled: true }] },
      ["violation secondaryArtifacts[1].encryptionDisabled"],
    ],
    [
      "ignores the flag where no artifact is made",
      { artifacts: { type: "NO_ARTIFACTS", encryptionDisabled: true } },
      [],
    ],
    [
      "cannot decide an unknown flag, and still judges the rest",
      {
        artifacts: { type: "S3", encryptionDisabled: unknown },
        secondaryArtifacts: [{ type: "S3", encryptionDisabled: true }],
      },
      ["undecided artifacts.encryptionDisabled", "violation secondaryArtifacts[0].encryptionDisabled"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cbArtifactsEncrypted, { type, props })), expected);
    });
  }
});
