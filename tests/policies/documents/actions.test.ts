import { strict as assert } from "node:assert";
import { everyAction, isEveryAction } from "../../../policies/documents/actions";
import { Undecided } from "../../../policies/shared/node";
import { unknown } from "../../support/policy";
import { statementOf } from "./statements";

describe("actions", () => {
  it("are all of a service, however it is written", () => {
    for (const action of ["*", "**", "s3:*", "s3:?*", "s3:*?", "?*", "*:*", "s*"]) {
      assert.equal(isEveryAction(action, "s3"), true, action);
    }
    for (const action of ["s3:get*", "s3:?", "ecr:*", "s3:*object*", "", "s3"]) {
      assert.equal(isEveryAction(action, "s3"), false, action);
    }
  });

  it("are all such ones, or not, or nobody knows", () => {
    const reads = (action: string) => action.startsWith("s3:get");
    const all = (change: object) => everyAction(statementOf(change), reads);
    assert.equal(all({ Action: ["s3:GetObject", "S3:GetObjectTagging"] }), true);
    assert.equal(all({ Action: ["s3:GetObject", "s3:PutObject"] }), false);
    assert.equal(all({ Action: [unknown, "s3:PutObject"] }), false);
    assert.equal(all({ Action: undefined, NotAction: "s3:GetObject" }), false);
    assert.throws(() => all({ Action: ["s3:GetObject", unknown] }), Undecided);
  });
});
