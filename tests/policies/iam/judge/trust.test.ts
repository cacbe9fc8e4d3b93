import { strict as assert } from "node:assert";
import { eachTrust } from "../../../../policies/iam/judge/trust";
import { iamTrustPublic } from "../../../../policies/iam/trustPublic";
import type { Control } from "../../../../policies/shared/control";
import { judge, unknown } from "../../../support/policy";
import { policyDocument, trust } from "../documents";

/** The statements that a control of trust policies is asked about. */
async function asked(assumeRolePolicy: unknown): Promise<string[]> {
  const control: Control = {
    ...iamTrustPublic,
    check: (resource, report) =>
      eachTrust(resource, report, ({ label, node, principals }) => {
        report.violation({ at: node.path, what: `${label} ${principals.length}`, fix: "" });
      }),
  };
  const findings = await judge(control, { type: "aws:iam/role:Role", props: { assumeRolePolicy } });
  return findings.map(({ outcome, what }) => (outcome === "violation" ? what : "undecided"));
}

describe("trust policies", () => {
  const everyone = trust("*");

  it("are judged statement by statement, as far as they allow", async () => {
    const policy = policyDocument(
      everyone,
      { ...everyone, Effect: "Deny" },
      { ...everyone, Effect: unknown },
      everyone,
    );
    assert.deepEqual(await asked(policy), ["statement 0 1", "statement 3 1"]);
  });

  it("are judged in spite of an unknown principal", async () => {
    assert.deepEqual(await asked(policyDocument({ ...everyone, Principal: unknown }, everyone)), [
      "undecided",
      "statement 1 1",
    ]);
  });

  it("are left to iam-document while they are unknown, absent or malformed", async () => {
    for (const policy of [unknown, undefined, "{"]) assert.deepEqual(await asked(policy), []);
  });

  it("are not passed over where the judge itself breaks", async () => {
    const broken = Object.defineProperty({}, "Statement", {
      enumerable: true,
      get: () => {
        throw new TypeError("broken");
      },
    });
    assert.deepEqual(await asked(broken), ["iam-trust-public could not read this resource: broken"]);
  });
});
