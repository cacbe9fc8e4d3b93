import { strict as assert } from "node:assert";
import { roleUses } from "../../../policies/iam/judge/roleUses";
import { iamTrustServiceUsed } from "../../../policies/iam/trustServiceUsed";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";
import { policyDocument, trust } from "./documents";

const role = (document: unknown) => ({
  type: "aws:iam/role:Role",
  name: "role",
  props: { assumeRolePolicy: document },
});
const trusting = (service: string) => role(policyDocument(trust({ Service: service })));

describe("iam-trust-service-used", () => {
  for (const { type, property, services } of roleUses) {
    const user = { type, name: "user", props: { [property]: unknown }, dependsOn: { [property]: ["role"] } };
    it(`ties ${property} of ${type} to ${services[0]}`, async () => {
      assert.deepEqual(await judgeStack(iamTrustServiceUsed, stackOf(trusting(services[0] as string), user)), []);
      const wrong = await judgeStack(iamTrustServiceUsed, stackOf(trusting("glue.amazonaws.com"), user));
      assert.deepEqual(brief(wrong), ["violation assumeRolePolicy"]);
    });
  }

  it("ignores a trust policy that is unknown, which iam-document reports", async () => {
    const user = { type: "aws:lambda/function:Function", name: "user", dependsOn: { role: ["role"] } };
    assert.deepEqual(await judgeStack(iamTrustServiceUsed, stackOf(role(unknown), user)), []);
  });

  it("ignores a role that nothing uses", async () => {
    assert.deepEqual(await judgeStack(iamTrustServiceUsed, stackOf(trusting("glue.amazonaws.com"))), []);
  });
});
