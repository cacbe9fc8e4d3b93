import { strict as assert } from "node:assert";
import { iamInline } from "../../../policies/iam/inline";
import { brief, judge } from "../../support/policy";
import { allow, rolePolicy } from "./documents";

describe("iam-inline", () => {
  it("is off by default", () => {
    assert.deepEqual(iamInline.levels, { dev: "disabled", prod: "disabled" });
  });

  it("refuses an inline policy where it is switched on", async () => {
    assert.deepEqual(brief(await judge(iamInline, rolePolicy(allow("s3:GetObject", "arn:aws:s3:::a/*")))), [
      "violation policy",
    ]);
  });

  it("refuses inline policies on the role", async () => {
    const role = { type: "aws:iam/role:Role", props: { inlinePolicies: [{ name: "a", policy: "{}" }] } };
    assert.deepEqual(brief(await judge(iamInline, role)), ["violation inlinePolicies"]);
  });

  it("passes roles without inline policies and the empty one that removes all others", async () => {
    assert.deepEqual(await judge(iamInline, { type: "aws:iam/role:Role" }), []);
    assert.deepEqual(await judge(iamInline, { type: "aws:iam/role:Role", props: { inlinePolicies: [{}] } }), []);
  });
});
