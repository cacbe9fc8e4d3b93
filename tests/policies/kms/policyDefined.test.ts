import { strict as assert } from "node:assert";
import { kmsPolicyDefined } from "../../../policies/kms/policyDefined";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:kms/key:Key";

describe("kms-policy-defined", () => {
  it("passes a policy on the key, known or not", async () => {
    for (const policy of ["{}", unknown]) {
      assert.deepEqual(await judgeStack(kmsPolicyDefined, stackOf({ type, props: { policy } })), []);
    }
  });

  it("passes a policy resource that names the key by an output that is not known yet", async () => {
    const policy = {
      type: "aws:kms/keyPolicy:KeyPolicy",
      name: "policy",
      props: { keyId: unknown },
      dependsOn: { keyId: ["key"] },
    };
    assert.deepEqual(await judgeStack(kmsPolicyDefined, stackOf({ type, name: "key" }, policy)), []);
  });

  it("refuses a key without a policy", async () => {
    assert.deepEqual(brief(await judgeStack(kmsPolicyDefined, stackOf({ type }))), ["violation policy"]);
  });

  it("refuses AWS's default document", async () => {
    const policy = JSON.stringify({ Version: "2012-10-17", Id: "key-default-1", Statement: [] });
    assert.deepEqual(brief(await judgeStack(kmsPolicyDefined, stackOf({ type, props: { policy } }))), [
      "violation policy",
    ]);
  });
});
