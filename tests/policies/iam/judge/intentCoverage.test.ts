import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { uncovered } from "../../../../policies/iam/judge/intentCoverage";
import { unknown } from "../../../support/policy";
import { expressionOf, fitsPattern } from "../../documents/requests";
import { parse } from "../../documents/statements";

const statement = (change: object) => ({ Effect: "Allow", Action: "sqs:SendMessage", Resource: "a", ...change });
const when = (values: unknown, key = "kms:ViaService", operator = "StringEquals") => ({
  Condition: { [operator]: { [key]: values } },
});
/** What the first statement allows beyond the others, as `action|resource`. */
const beyond = (real: object, ...declared: object[]) => {
  const found = uncovered(parse({ Statement: [statement(real)] }), parse({ Statement: declared.map(statement) }));
  return found.map(({ action, resource }) => `${String(action.raw)}|${String(resource.raw)}`);
};
const isCovered = (real: object, ...declared: object[]) => beyond(real, ...declared).length === 0;

describe("what a document allows beyond the declared one", () => {
  it("is each action on each resource that no declared statement allows", () => {
    const real = { Action: ["sqs:SendMessage", "sqs:ListQueues"], Resource: ["a", "b"] };
    assert.deepEqual(beyond(real, {}, { Resource: ["c", "b"], Action: "sqs:List*" }), [
      "sqs:SendMessage|b",
      "sqs:ListQueues|a",
    ]);
  });

  it("is not put together from two declared statements", () => {
    const declared = [
      { Action: "sqs:*", Resource: "b" },
      { Action: "sqs:ListQueues", Resource: "*" },
    ];
    assert.deepEqual(beyond({}, ...declared), ["sqs:SendMessage|a"]);
  });

  it("is all of what stands for everything but something", () => {
    assert.equal(isCovered({ Action: undefined, NotAction: "iam:*" }, { Action: "*", Resource: "*" }), false);
    assert.equal(isCovered({ Resource: undefined, NotResource: ["b"] }, { Action: "*", Resource: "*" }), false);
    assert.equal(isCovered({ Action: undefined, NotAction: unknown }, { Action: "*", Resource: "*" }), false);
  });

  it("is not what is denied, or not known yet", () => {
    const unclear = [{ Effect: "Deny" }, { Effect: unknown }, { Action: [unknown] }, { Resource: unknown }];
    for (const change of unclear) assert.deepEqual(beyond({ Resource: "b", ...change }, {}), []);
    assert.deepEqual(beyond({ Resource: [unknown, "b"] }, {}), ["sqs:SendMessage|b"]);
  });

  const conditions: [behaviour: string, real: object, declared: object, covered: boolean][] = [
    ["more conditions than declared", when("a"), {}, true],
    ["the declared condition", when("a"), when("a"), true],
    ["the declared condition in other case", when("a", "KMS:viaservice", "stringequals"), when("a"), true],
    ["some of the declared values", when(["b", "a"]), when(["a", "b", "c"]), true],
    ["a value that is not known yet", when(["a", unknown]), when("a"), true],
    ["a value below a declared pattern", when("a.b", "x:y", "StringLike"), when("a.*", "x:y", "StringLike"), true],
    ["a real id for a generated one", when("key-1"), when("key-<generated>"), true],
    ["no condition", {}, when("a"), false],
    ["a value that was not declared", when(["a", "b"]), when("a"), false],
    ["a value that only looks like a pattern's", when("a.b"), when("a.*"), false],
    ["another key", when("a", "kms:CallerAccount"), when("a"), false],
    ["another operator", when("a", "kms:ViaService", "StringLike"), when("a"), false],
    [
      "one of two declared conditions",
      when("a"),
      { Condition: { StringEquals: { "kms:ViaService": "a", "kms:CallerAccount": "b" } } },
      false,
    ],
    [
      "both of two declared conditions",
      { Condition: { StringEquals: { "kms:CallerAccount": "b", "kms:ViaService": "a" }, Bool: { x: "true" } } },
      { Condition: { StringEquals: { "kms:ViaService": "a", "kms:CallerAccount": "b" } } },
      true,
    ],
  ];
  for (const [behaviour, real, declared, covered] of conditions) {
    it(`${covered ? "is nothing" : "is all"} with ${behaviour}`, () =>
      assert.equal(isCovered(real, declared), covered));
  }

  const generated: [declared: string, real: string, covered: boolean][] = [
    ["key/<generated>", "key/1234-5678", true],
    ["key/<generated>", "key/", false],
    ["key/<generated>", "key/*", false],
    ["key/<generated>", "key/1?", false],
    ["key/<generated>", "key/a/b", false],
    ["key/<generated>", "key:a", false],
    ["key/<generated>", "alias/a", false],
    ["secret:db-<generated>", "secret:db-a1b2c3", true],
    ["secret:db-<generated>", "secret:dbx-a1b2c3", false],
    ["a-<generated>-b", "a-x-y-b", true],
    ["a-<generated>-b", "a--b", false],
    ["a-<generated>-b", "a-x-c", false],
    ["task/<generated>/<generated>", "task/c/1", true],
    ["task/<generated>/<generated>", "task/c", false],
    ["task/<generated>/*", "task/c/*", true],
    ["task/<generated>/*", "task/c/1", false],
    ["<generated>", "a", true],
    ["<generated><generated>", "a", false],
  ];
  for (const [declared, real, covered] of generated) {
    it(`${covered ? "is not" : "is"} ${real} where ${declared} is declared`, () => {
      assert.equal(isCovered({ Resource: real }, { Resource: declared }), covered);
    });
  }

  it("is whatever a real id does not have the form of, by a regular expression", () => {
    const part = fc.stringMatching(/^[a/:]{0,2}$/);
    const written = fc.tuple(part, part, part, fc.boolean());
    fc.assert(
      fc.property(written, fc.stringMatching(/^[a/:*]{1,5}$/), ([first, second, third, twice], real) => {
        const declared = `${first}<generated>${second}${twice ? "<generated>" : ""}${third}`;
        const id = "[^/:*?]+";
        const expected = new RegExp(`^${declared.replaceAll("<generated>", id)}$`).test(real);
        assert.equal(isCovered({ Resource: real }, { Resource: declared }), expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("is whatever some text shows that no declared pattern fits", () => {
    const pattern = fc.stringMatching(/^[ab*?]{1,3}$/);
    fc.assert(
      fc.property(pattern, pattern, fc.stringMatching(/^[ab]{1,4}$/), (declared, real, text) => {
        if (fitsPattern(real, text) && !expressionOf(declared).test(text)) {
          assert.equal(isCovered({ Resource: real }, { Resource: declared }), false);
        }
      }),
    );
  });
});
