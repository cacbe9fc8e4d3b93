import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { type Operator, isPositive, readOperator } from "../../../policies/documents/operators";
import { holds } from "./requests";

/** AWS's list, by family, with a value and some that differ from it on both sides. */
const operators: [family: Operator["family"], value: string, others: string[], names: string[]][] = [
  ["string", "m", ["a", "z"], ["StringEquals", "StringNotEquals", "StringLike", "StringNotLike"]],
  ["string", "m", ["a", "z"], ["StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"]],
  ["numeric", "5", ["1", "9"], ["NumericEquals", "NumericNotEquals"]],
  ["numeric", "5", ["1", "9"], ["NumericLessThan", "NumericLessThanEquals"]],
  ["numeric", "5", ["1", "9"], ["NumericGreaterThan", "NumericGreaterThanEquals"]],
  ["date", "2026-01-05T00:00:00Z", ["2025-01-01T00:00:00Z", "2027-01-01T00:00:00Z"], ["DateEquals", "DateNotEquals"]],
  [
    "date",
    "2026-01-05T00:00:00Z",
    ["2025-01-01T00:00:00Z", "2027-01-01T00:00:00Z"],
    ["DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"],
  ],
  ["bool", "true", ["false"], ["Bool"]],
  ["binary", "QQ==", ["Qg=="], ["BinaryEquals"]],
  ["ip", "10.0.0.0/8", ["9.0.0.1", "11.0.0.1"], ["IpAddress", "NotIpAddress"]],
  [
    "arn",
    "arn:aws:s3:::m",
    ["arn:aws:s3:::a", "arn:aws:s3:::z"],
    ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
  ],
  ["null", "true", ["false"], ["Null"]],
];
const takePatterns = ["StringLike", "StringNotLike", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"];
const negative = ["StringNotEquals", "StringNotLike", "StringNotEqualsIgnoreCase", "NumericNotEquals", "DateNotEquals"];
const negatives = [...negative, "NotIpAddress", "ArnNotEquals", "ArnNotLike"];

describe("condition operators", () => {
  for (const [family, value, others, names] of operators) {
    for (const name of names) {
      it(`reads ${name} in any case`, () => {
        for (const written of [name, name.toLowerCase(), name.toUpperCase()]) {
          assert.deepEqual(readOperator(written), {
            name: written,
            family,
            negative: negatives.includes(name),
            wildcards: takePatterns.includes(name),
            ifExists: false,
            set: undefined,
          });
        }
      });

      it(`takes ${name} for narrowing exactly when a request must have the key with one of the values`, () => {
        const forms = ["", "ForAllValues:", "ForAnyValue:"].flatMap((set) => [set + name, `${set}${name}IfExists`]);
        for (const written of forms.filter((form) => !form.endsWith("NullIfExists"))) {
          const passes = (found?: string) =>
            holds(
              { [written]: { key: family === "null" ? "false" : value } },
              found === undefined ? {} : { key: [found] },
            );
          const narrows = !passes() && others.some((other) => !passes(other));
          const operator = readOperator(written);
          assert.equal(operator && isPositive(operator), narrows, written);
        }
      });
    }
  }

  it("reads what stands around the name, in any case", () => {
    const cases: [written: string, set: Operator["set"], ifExists: boolean][] = [
      ["ForAllValues:StringLike", "ForAllValues", false],
      ["ForAnyValue:StringLike", "ForAnyValue", false],
      ["foranyvalue:stringlikeifexists", "ForAnyValue", true],
      ["FORALLVALUES:STRINGLIKEIFEXISTS", "ForAllValues", true],
      ["StringLikeIfExists", undefined, true],
    ];
    for (const [written, set, ifExists] of cases) {
      const operator = readOperator(written);
      assert.deepEqual([operator?.family, operator?.set, operator?.ifExists], ["string", set, ifExists], written);
    }
  });

  it("knows no other names", () => {
    const others = [
      "StringMatches",
      "ForSomeValues:StringEquals",
      "StringEqualsIfExist",
      "IfExists",
      "constructor",
      "",
    ];
    const around = ["xStringEquals", "StringEquals ", "ForAnyValue:", "x:StringEquals", "ForAnyValue:ForAnyValue:Bool"];
    for (const name of [...others, ...around]) assert.equal(readOperator(name), undefined, name);
    const names = new Set(operators.flatMap(([, , , list]) => list.map((name) => name.toLowerCase())));
    const letters = fc.stringMatching(/^[A-Za-z]{0,12}$/).filter((text) => !names.has(text.toLowerCase()));
    fc.assert(fc.property(letters, (name) => readOperator(name) === undefined));
  });
});
