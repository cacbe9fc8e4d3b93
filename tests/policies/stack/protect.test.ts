import { strict as assert } from "node:assert";
import { pulumiProtect } from "../../../policies/stack/protect";
import { brief, judge } from "../../support/policy";

describe("pulumi-protect", () => {
  for (const type of Object.keys(pulumiProtect.reads)) {
    it(`passes a protected ${type}`, async () => {
      assert.deepEqual(await judge(pulumiProtect, { type, protect: true }), []);
    });

    it(`refuses an unprotected ${type}`, async () => {
      assert.deepEqual(brief(await judge(pulumiProtect, { type })), ["violation "]);
    });
  }

  it("is off in development and mandatory in production", () => {
    assert.deepEqual(pulumiProtect.levels, { dev: "disabled", prod: "mandatory" });
  });
});
