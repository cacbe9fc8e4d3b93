import { strict as assert } from "node:assert";
import { iamNoUser } from "../../../policies/iam/noUser";
import { judge, unknown } from "../../support/policy";

describe("iam-no-user", () => {
  for (const type of Object.keys(iamNoUser.reads)) {
    it(`refuses ${type}, known or not`, async () => {
      for (const props of [{}, { user: "deploy", name: "deploy" }, { user: unknown, name: unknown }]) {
        assert.equal((await judge(iamNoUser, { type, props })).length, 1);
      }
    });
  }

  it("never shows a secret of the user", async () => {
    const props = { user: "deploy", secret: "wJalrXUtnFEMI", pgpKey: "key" };
    const findings = await judge(iamNoUser, { type: "aws:iam/accessKey:AccessKey", props });
    assert.doesNotMatch(JSON.stringify(findings), /wJalr/);
  });
});
