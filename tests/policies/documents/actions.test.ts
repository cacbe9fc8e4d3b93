import { strict as assert } from "node:assert";
import { isEveryAction, knownActions } from "../../../policies/documents/actions";
import { unknown } from "../../support/policy";
import { statementOf } from "./statements";

describe("actions of a resource's document", () => {
  for (const action of ["s3:*", "*", "s*", "s3:?*", "s3:*?", "?*", "*:*", "s3*", "s3:**", "*:?*", "s?:*"]) {
    it(`are all of S3's in ${action}`, () => assert.ok(isEveryAction(action, "s3")));
  }

  for (const action of ["s3:get*", "s3:*get", "s3:?", "s3:", "sns:*", "s3express:*", "s3:*t*", "?:*", ""]) {
    it(`are not all of S3's in ${action || "nothing"}`, () => assert.ok(!isEveryAction(action, "s3")));
  }

  it("are those that are known, in lower case", () => {
    const statement = statementOf({ Action: ["s3:GetObject", unknown, "S3:Put*"] });
    assert.deepEqual(knownActions(statement), ["s3:getobject", "s3:put*"]);
  });
});
