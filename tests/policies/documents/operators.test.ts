import { strict as assert } from "node:assert";
import { isPositive, readOperator } from "../../../policies/documents/operators";

describe("condition operators", () => {
  const cases: [name: string, positive: boolean | undefined][] = [
    ["StringEquals", true],
    ["stringlike", true],
    ["ArnLike", true],
    ["NumericLessThan", true],
    ["Bool", true],
    ["IpAddress", true],
    ["ForAnyValue:StringLike", true],
    ["ForAllValues:StringEquals", false],
    ["StringEqualsIfExists", false],
    ["StringNotEquals", false],
    ["NotIpAddress", false],
    ["ArnNotLike", false],
    ["Null", false],
    ["StringMatches", undefined],
    ["ForSomeValues:StringEquals", undefined],
    ["constructor", undefined],
    ["", undefined],
  ];
  for (const [name, positive] of cases) {
    it(`takes ${name || "nothing"} as ${positive === undefined ? "no operator" : positive ? "narrowing" : "not narrowing"}`, () => {
      const operator = readOperator(name);
      assert.equal(operator && isPositive(operator), positive);
    });
  }
});
