import { strict as assert } from "node:assert";
import { isAnchored } from "../../../policies/codebuild/anchors";

describe("isAnchored", () => {
  const whole = ["^main$", "^(a|b)$", "^a$|^b$", "(^a$|^b$)", "(?:^a$)|(^b$)", "^[|$]x$", "^a\\|b$", "^a\\\\$"];
  for (const pattern of whole) {
    it(`accepts ${pattern}`, () => {
      assert.equal(isAnchored(pattern), true);
    });
  }

  const open = ["", "main", "^main", "main$", "^a|b$", "^a$|b", "(^a$|b)", "^a\\$", "(^a$)b", "^a$|", "x(^a$)"];
  for (const pattern of open) {
    it(`refuses ${JSON.stringify(pattern)}`, () => {
      assert.equal(isAnchored(pattern), false);
    });
  }
});
