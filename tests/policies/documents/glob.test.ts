import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { covers, intersects, matches } from "../../../policies/documents/glob";

const letters = fc.stringMatching(/^[ab]{0,5}$/);
const pattern = fc.stringMatching(/^[ab*?]{0,5}$/);
const texts = ["", ...["a", "b"].flatMap((one) => grow(one, 6))];

/** All texts over two letters that begin with `start`, up to a length. */
function grow(start: string, length: number): string[] {
  return start.length === length ? [start] : [start, ...grow(`${start}a`, length), ...grow(`${start}b`, length)];
}

/** The definition, word by word. Backtracks, so for short texts only. */
function fits(wanted: string, text: string): boolean {
  if (wanted === "") return text === "";
  if (wanted[0] === "*") return fits(wanted.slice(1), text) || (text !== "" && fits(wanted, text.slice(1)));
  return text !== "" && (wanted[0] === "?" || wanted[0] === text[0]) && fits(wanted.slice(1), text.slice(1));
}

describe("glob", () => {
  it("matches as the definition says", () => {
    fc.assert(
      fc.property(pattern, letters, (wanted, text) => matches(wanted, text) === fits(wanted, text)),
      { numRuns: 2000 },
    );
  });

  it("intersects exactly when some text fits both", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab*?]{0,3}$/), fc.stringMatching(/^[ab*?]{0,3}$/), (first, second) => {
        // Two patterns of three characters that have a text in common have one of at most six.
        const common = texts.some((text) => fits(first, text) && fits(second, text));
        assert.equal(intersects(first, second), common);
      }),
      { numRuns: 1000 },
    );
  });

  it("covers only what it matches", () => {
    fc.assert(
      fc.property(pattern, pattern, (wide, narrow) => {
        if (covers(wide, narrow)) assert.ok(texts.every((text) => !fits(narrow, text) || fits(wide, text)));
      }),
      { numRuns: 1000 },
    );
  });

  it("covers every text that it matches, and itself", () => {
    fc.assert(fc.property(pattern, letters, (wide, text) => covers(wide, text) === fits(wide, text)));
    fc.assert(fc.property(pattern, (wide) => covers(wide, wide)));
  });

  it("is done with hostile input in time", () => {
    const started = Date.now();
    assert.equal(matches(`${"*a".repeat(1500)}b`, "a".repeat(6000)), false);
    assert.equal(intersects(`${"*a".repeat(250)}c`, `${"a*".repeat(250)}b`), false);
    assert.ok(Date.now() - started < 5000);
  });
});
