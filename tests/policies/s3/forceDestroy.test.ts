import { strict as assert } from "node:assert";
import { s3ForceDestroy } from "../../../policies/s3/forceDestroy";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:s3/bucket:Bucket";

describe("s3-force-destroy", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an absent setting, which means false", {}, []],
    ["refuses true", { forceDestroy: true }, ["violation forceDestroy"]],
    ["cannot decide an unknown setting", { forceDestroy: unknown }, ["undecided forceDestroy"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(s3ForceDestroy, { type, props })), expected);
    });
  }

  for (const kind of ["aws:s3/bucketV2:BucketV2", "aws:s3/directoryBucket:DirectoryBucket"]) {
    it(`judges ${kind} alike`, async () => {
      const findings = await judge(s3ForceDestroy, { type: kind, props: { forceDestroy: true } });
      assert.deepEqual(brief(findings), ["violation forceDestroy"]);
    });
  }
});
