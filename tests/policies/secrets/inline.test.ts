import { strict as assert } from "node:assert";
import { secretInline } from "../../../policies/secrets/inline";
import { configuredTexts } from "../../../policies/shared/configuration/configuredTexts";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";

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

  const inStack = async (props: object, dependsOn = {}, config: Record<string, string> = {}) =>
    judgeStack(
      secretInline,
      stackOf(
        { type: "random:index/randomPassword:RandomPassword", name: "password" },
        { type, props, dependsOn, secrets: ["secretString", "secretBinary"] },
      ),
      { isConfigured: configuredTexts(config) },
    );

  it("refuses plain text that the SDK marks like every value, and does not repeat it", async () => {
    const findings = await inStack({ secretString: "hunter2" });
    assert.deepEqual(brief(findings), ["violation secretString"]);
    assert.doesNotMatch(JSON.stringify(findings), /hunter2/);
    const binary = await inStack({ secretBinary: Buffer.from("hunter2").toString("base64") });
    assert.deepEqual(brief(binary), ["violation secretBinary"]);
  });

  it("passes what the configuration gives", async () => {
    const config = { "shop:password": "hunter2" };
    assert.deepEqual(await inStack({ secretString: "hunter2" }, {}, config), []);
    assert.deepEqual(await inStack({ secretString: '{"user":"shop","password":"hunter2"}' }, {}, config), []);
    const secretBinary = Buffer.from("hunter2").toString("base64");
    assert.deepEqual(await inStack({ secretBinary }, {}, config), []);
  });

  it("passes what another resource or another stack gives", async () => {
    assert.deepEqual(await inStack({ secretString: "hunter2" }, { secretString: ["password"] }), []);
    // What is read is in no list of resources.
    assert.deepEqual(await inStack({ secretString: "hunter2" }, { secretString: [] }), []);
    assert.deepEqual(await inStack({ secretString: unknown }), []);
  });

  it("says nothing about a whole stack where nobody sees the configuration", async () => {
    const stack = stackOf({ type, props: { secretString: "hunter2" }, secrets: ["secretString"] });
    assert.deepEqual(await judgeStack(secretInline, stack), []);
  });
});
