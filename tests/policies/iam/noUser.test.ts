import { strict as assert } from "node:assert";
import { iamNoUser } from "../../../policies/iam/noUser";
import { brief, judge, unknown } from "../../support/policy";

describe("iam-no-user", () => {
  const attachmentType = "aws:iam/policyAttachment:PolicyAttachment";

  for (const type of Object.keys(iamNoUser.reads).filter((each) => each !== attachmentType)) {
    it(`refuses ${type}, known or not`, async () => {
      for (const props of [{}, { user: "deploy", name: "deploy" }, { user: unknown, name: unknown }]) {
        assert.equal((await judge(iamNoUser, { type, props })).length, 1);
      }
    });
  }

  const attachments: [behaviour: string, props: object, expected: string[]][] = [
    ["refuses a policy that is attached to users", { users: ["a", "b"] }, ["violation users[0]", "violation users[1]"]],
    ["passes a policy that is attached to roles", { roles: ["shop"] }, []],
    ["cannot decide unknown users", { users: unknown }, ["undecided users"]],
  ];
  for (const [behaviour, props, expected] of attachments) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(iamNoUser, { type: attachmentType, props })), expected);
    });
  }

  it("never shows a secret of the user", async () => {
    const props = { user: "deploy", secret: "wJalrXUtnFEMI", pgpKey: "key" };
    const findings = await judge(iamNoUser, { type: "aws:iam/accessKey:AccessKey", props });
    assert.doesNotMatch(JSON.stringify(findings), /wJalr/);
  });
});
