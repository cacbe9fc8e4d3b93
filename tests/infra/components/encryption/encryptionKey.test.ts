import { strict as assert } from "node:assert";
import { EncryptionKey } from "../../../../infra/components/encryption/encryptionKey";
import { KeyUser } from "../../../../infra/components/encryption/keyPolicy";
import { keyArn, startMocks } from "../../../support/mocks";
import type { Recorder } from "../../../support/mocks";
import { valueOf } from "../../../support/outputs";

const description = "Protects what is delivered";

describe("EncryptionKey", () => {
  let recorder: Recorder;
  beforeEach(async () => {
    recorder = await startMocks();
  });

  it("creates one key and one alias under itself and nothing else", async () => {
    new EncryptionKey("encryption", { description });
    await recorder.settled();
    assert.deepEqual(recorder.names(), ["encryption", "encryption-alias", "encryption-key"]);
    for (const child of ["encryption-alias", "encryption-key"]) {
      assert.match(recorder.named(child).parent, /container-delivery:index:EncryptionKey::encryption$/);
    }
  });

  it("rotates yearly and waits 30 days before it deletes", async () => {
    new EncryptionKey("encryption", { description });
    await recorder.settled();
    const { inputs } = recorder.one("aws:kms/key:Key");
    assert.equal(inputs.enableKeyRotation, true);
    assert.equal(inputs.rotationPeriodInDays, 365);
    assert.equal(inputs.deletionWindowInDays, 30);
    assert.equal(inputs.description, description);
    assert.equal(inputs.bypassPolicyLockoutSafetyCheck, undefined);
  });

  it("names the alias after project, stack and component", async () => {
    const key = new EncryptionKey("encryption", { description });
    assert.equal(await valueOf(key.aliasName), "alias/container-delivery-dev-encryption");
    assert.equal(await valueOf(key.keyArn), keyArn);
  });

  it("lets the caller's tags win", async () => {
    new EncryptionKey("encryption", { description, tags: { Name: "ours", cost: "1" } });
    await recorder.settled();
    assert.deepEqual(recorder.one("aws:kms/key:Key").inputs.tags, { Name: "ours", cost: "1" });
  });

  it("knows its whole policy in the first preview", async () => {
    recorder = await startMocks({ preview: true });
    new EncryptionKey("encryption", { description, users: [KeyUser.Logs] });
    await recorder.settled();
    const policy = JSON.parse(recorder.one("aws:kms/key:Key").inputs.policy);
    assert.equal(policy.Statement.length, 2);
  });

  const refused: [string, object, RegExp][] = [
    ["a user it does not know", { users: ["lambda"] }, /`users` is \["lambda"\]. Set it to one of logs, alarms/],
    [
      "a deletion window of 3 days",
      { deletionWindowInDays: 3 },
      /`deletionWindowInDays` is 3. Set it to a whole number from 7 to 30/,
    ],
    [
      "rotation every 10 days",
      { rotationPeriodInDays: 10 },
      /`rotationPeriodInDays` is 10. Set it to a whole number from 90 to 365/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(`refuses ${what} at once`, () => {
      assert.throws(() => new EncryptionKey("encryption", { description, ...args }), message);
    });
  }
});
