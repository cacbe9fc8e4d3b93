import { strict as assert } from "node:assert";
import { secretInline } from "../../../policies/secrets/inline";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:secretsmanager/secretVersion:SecretVersion";

describe("secret-inline", () => {
  it("passes a write-only value", async () => {
    const props = { secretStringWo: "hunter2", secretStringWoVersion: 1 };
    assert.deepEqual(await judge(secretInline, { type, props, secrets: ["secretStringWo"] }), []);
  });

  it("passes a value that the engine keeps as a secret", async () => {
    assert.deepEqual(
      await judge(secretInline, { type, props: { secretString: "hunter2" }, secrets: ["secretString"] }),
      [],
    );
  });

  it("passes a generated value that is not known yet", async () => {
    assert.deepEqual(await judge(secretInline, { type, props: { secretString: unknown }, secrets: [] }), []);
  });

  for (const property of ["secretString", "secretBinary"]) {
    it(`refuses plain text in ${property} and does not repeat it`, async () => {
      const findings = await judge(secretInline, { type, props: { [property]: "hunter2" }, secrets: [] });
      assert.deepEqual(brief(findings), [`violation ${property}`]);
      assert.doesNotMatch(JSON.stringify(findings), /hunter2/);
    });
  }

  it("says nothing where the source does not tell what is secret", async () => {
    assert.deepEqual(await judge(secretInline, { type, props: { secretString: "hunter2" } }), []);
  });
});
