import { strict as assert } from "node:assert";
import { s3Mfa } from "../../../policies/s3/mfa";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:s3/bucketVersioning:BucketVersioning";

describe("s3-mfa", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a second factor", { versioningConfiguration: { status: "Enabled", mfaDelete: "Enabled" } }, []],
    [
      "refuses an absent setting",
      { versioningConfiguration: { status: "Enabled" } },
      ["violation versioningConfiguration.mfaDelete"],
    ],
    [
      "cannot decide an unknown setting",
      { versioningConfiguration: { mfaDelete: unknown } },
      ["undecided versioningConfiguration.mfaDelete"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(s3Mfa, { type, props })), expected);
    });
  }
});
