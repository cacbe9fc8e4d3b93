import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { type ArnFormat, readArnFormat } from "../../../../policies/iam/judge/arnFormat";
import { canMatch, matchesForeignAccount, matchesUnguessable } from "../../../../policies/iam/judge/arnPattern";
import { type ConcreteArns, type Texts, concreteArns, someFit, textsOver } from "./concreteArns";

const formats = [
  "arn:${Partition}:x:${Region}:${Account}:a/${Name}",
  "arn:${Partition}:x:${Region}:${Account}:${Name}",
  "arn:${Partition}:x:${Region}:${Account}:a:${Name}:b:${Other}",
  "arn:${Partition}:x::${Account}:a/${Name}/${Other}",
  "arn:${Partition}:x:::${BucketName}",
  "arn:${Partition}:x:::${BucketName}/${Name}",
  "arn:${Partition}:x:${Region}::a/${Name}",
];

/** Parts of an ARN, short enough that all texts for their variables can be tried. */
const field = fc.constantFrom("a", "*", "*", "?", "a*", "*a", "aa", "", "?-*");
const deep = ["a:*:b:*", "a:?:b:*", "a:a:b:*", "a:*:b", "a:*:*:*", "a/*/*", "a/*/?", "a/?/a*"];
const resource = (letters: string, format: string) =>
  fc.oneof(
    fc.stringMatching(new RegExp(`^[${letters}*?]{0,3}$`)),
    fc.stringMatching(new RegExp(`^a[/:][${letters}*?]?$`)),
    ...(format.includes("${Other}") ? [fc.constantFrom(...deep)] : []),
  );
const whole = (letters: string) => (format: string) =>
  fc
    .tuple(field, fc.constantFrom("x", "x", "x", "*", "?", "y"), field, field, resource(letters, format))
    .map((parts) => `arn:${parts.join(":")}`);
/** A pattern that ends early, or that does not begin as an ARN. */
const loose = () =>
  fc.oneof(
    fc.stringMatching(/^[a:x/*?]{0,3}$/).map((text) => `*${text}`),
    fc.constantFrom("arn", "arn:*", "arn:a", "arn:a:*", "arn:?:x", "arn:a:x:*", "arn:a:x:a", "arn:a:y", "?"),
  );

/** Judges patterns on all formats and holds the answers against what the ARNs say. */
function compare(
  patternFor: (format: string) => fc.Arbitrary<string>,
  texts: (format: string) => Texts,
  judge: (pattern: string, format: ArnFormat) => boolean,
  runs: number,
): void {
  const all = new Map(formats.map((written) => [written, concreteArns(written, texts(written))]));
  const asked = fc.constantFrom(...formats).chain((written) => fc.tuple(fc.constant(written), patternFor(written)));
  const seen = { true: 0, false: 0 };
  fc.assert(
    fc.property(asked, ([written, pattern]) => {
      const expected = someFit(pattern, all.get(written) as ConcreteArns);
      seen[`${expected}`]++;
      assert.equal(judge(pattern, readArnFormat(written)), expected, `${pattern} on ${written}`);
    }),
    { numRuns: runs },
  );
  assert.ok(Math.min(seen.true, seen.false) > runs / 30, JSON.stringify(seen));
}

const possible = (): Texts => (variable, part) => {
  if (part < 5) return textsOver("a-", 2);
  return variable === "BucketName" ? textsOver("ab", 3) : textsOver("ab/:", 3, 0);
};

describe("ARN patterns, against ARNs one by one", () => {
  it("match a format when some ARN of it fits", () => {
    compare(whole("ab/:"), possible, canMatch, 600);
  });

  it("match a format when they leave parts of it out", () => {
    const short = (): Texts => (variable, part) => {
      if (part < 5) return textsOver("a", 2);
      return variable === "BucketName" ? textsOver("ax", 3) : textsOver("ax/:", 3, 0);
    };
    compare(loose, short, canMatch, 200);
  });

  it("stand for every resource when a name that nobody guesses fits", () => {
    const isOpen = (pattern: string) => /[*?]/.test(pattern.split(":").slice(5).join(":"));
    // Nobody guesses `§`, and separators say nothing.
    const unguessable =
      (written: string): Texts =>
      (variable, part) => {
        if (part < 5) return textsOver("a-", 2);
        if (variable === "BucketName") return textsOver("§-", 3);
        // Bucket names are unique in the world: what is in one needs no guessing.
        return written.includes("${BucketName}") ? textsOver("a§-/:", 3, 0) : textsOver("§-/:", 3);
      };
    compare((written) => whole("-a/:")(written).filter(isOpen), unguessable, matchesUnguessable, 600);
  });

  it("stand for other accounts when one that nobody guesses fits", () => {
    const foreign =
      (written: string): Texts =>
      (variable, part) => {
        if (part === 4) return textsOver("§", 2);
        return written.includes("${Account}") ? possible()(variable, part) : [];
      };
    compare(whole("ab/:"), foreign, matchesForeignAccount, 600);
  });
});
