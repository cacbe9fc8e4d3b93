import { strict as assert } from "node:assert";
import { lifecycleRules } from "../../../../infra/components/storage/lifecycle";

describe("bucket lifecycle rules", () => {
  it("expire objects, replaced versions and abandoned uploads", () => {
    const [expire, abort] = lifecycleRules(90, 30);
    assert.deepEqual(expire?.expiration, { days: 90 });
    assert.deepEqual(expire?.noncurrentVersionExpiration, { noncurrentDays: 30 });
    assert.deepEqual(abort?.abortIncompleteMultipartUpload, { daysAfterInitiation: 7 });
  });

  it("are switched on and cover every object", () => {
    for (const rule of lifecycleRules(1, 1)) {
      assert.equal(rule.status, "Enabled");
      assert.deepEqual(rule.filter, { prefix: "" });
    }
  });
});
