import { strict as assert } from "node:assert";
import { isAnchored, isAnchoredReference, namesExactly } from "../../../policies/codebuild/anchors";

describe("isAnchored", () => {
  const whole = [
    "^main$",
    "^(a|b)$",
    "^a$|^b$",
    "(^a$|^b$)",
    "(?:^a$)|(^b$)",
    "^[|$]x$",
    "^a\\|b$",
    "^a\\\\$",
    "(?i)^main$",
    "\\Amain\\z",
  ];
  for (const pattern of whole) {
    it(`accepts ${pattern}`, () => {
      assert.equal(isAnchored(pattern), true);
    });
  }

  const open = [
    "",
    "main",
    "^main",
    "main$",
    "^a|b$",
    "^a$|b",
    "(^a$|b)",
    "^a\\$",
    "(^a$)b",
    "^a$|",
    "x(^a$)",
    "^?a$",
    "^*a$",
    "^{0}a$",
    "(^a$)?",
    "^a\\\\z",
  ];
  for (const pattern of open) {
    it(`refuses ${JSON.stringify(pattern)}`, () => {
      assert.equal(isAnchored(pattern), false);
    });
  }

  it("takes folders of branches and tags for what they are, and accounts never", () => {
    for (const pattern of ["^refs/heads/", "^refs/tags/.*", "^refs/heads/main$|^refs/heads/release/.+"]) {
      assert.equal(isAnchoredReference(pattern), true, pattern);
      assert.equal(isAnchored(pattern), false, pattern);
    }
    for (const pattern of ["refs/heads/", "^refs/heads/main", "^refs/heads/main.*", "^refs/heads/|main"]) {
      assert.equal(isAnchoredReference(pattern), false, pattern);
    }
  });

  it("knows patterns that name single texts", () => {
    for (const pattern of ["^(12|34)$", "^12$|^34$", "^\\{12-ab\\}$", "^a\\.b$"])
      assert.equal(namesExactly(pattern), true, pattern);
    for (const pattern of ["^.*$", "^\\d+$", "^[0-9]$", "12", "^12?$"])
      assert.equal(namesExactly(pattern), false, pattern);
  });

  it("answers at once on hostile patterns", () => {
    for (const hostile of ["[", "(", "\\", "^$|", "(^"]) {
      assert.equal(isAnchored(hostile.repeat(200_000)), false);
      assert.equal(isAnchoredReference(hostile.repeat(900)), false);
    }
  });
});
