import { strict as assert } from "node:assert";
import { hasVariable, hasWildcard, isWildcardOnly, textOf } from "../../../policies/documents/conditions";
import { Undecided } from "../../../policies/shared/node";
import { unknown } from "../../support/policy";
import { faultOf, reading, statementOf } from "./statements";

const at = "policy.Statement[0].Condition";
const conditionsOf = (Condition: object) => statementOf({ Condition }).conditions;

describe("conditions", () => {
  it("are one per operator and key, whose values are alternatives", () => {
    const conditions = conditionsOf({
      StringEquals: { "aws:PrincipalOrgID": "o-1", "s3:Prefix": ["a", "b"] },
      NumericLessThan: { "s3:max-keys": 10 },
      Bool: { "aws:SecureTransport": true },
    });
    assert.deepEqual(
      conditions.map(({ operator, key, lowerKey, values }) => [operator.name, key, lowerKey, values.map(textOf)]),
      [
        ["StringEquals", "aws:PrincipalOrgID", "aws:principalorgid", ["o-1"]],
        ["StringEquals", "s3:Prefix", "s3:prefix", ["a", "b"]],
        ["NumericLessThan", "s3:max-keys", "s3:max-keys", ["10"]],
        ["Bool", "aws:SecureTransport", "aws:securetransport", ["true"]],
      ],
    );
    assert.equal(conditions[1]?.node.path, `${at}.StringEquals["s3:Prefix"]`);
  });

  it("are none where the element or an operator is absent", () => {
    assert.deepEqual(statementOf({}).conditions, []);
    assert.deepEqual(conditionsOf({ StringEquals: undefined, Bool: null }), []);
    assert.deepEqual(conditionsOf({ StringEquals: { "aws:username": undefined } })[0]?.values, []);
  });

  it("have values that are not known yet", () => {
    for (const values of [unknown, ["a", unknown]]) {
      const [condition] = conditionsOf({ StringEquals: { "aws:username": values } });
      assert.throws(() => condition?.values.map(textOf), Undecided);
    }
    assert.throws(() => conditionsOf({ StringEquals: unknown }), { path: `${at}.StringEquals` });
  });

  const faults: [Condition: unknown, fault: string][] = [
    ["a", `${at}: a Condition must be an object`],
    [7, `${at}: a Condition must be an object`],
    [[{ Bool: {} }], `${at}: a Condition must be an object`],
    [{ StringMatches: {} }, `${at}.StringMatches: IAM knows no condition operator "StringMatches"`],
    [{ StringMatches: unknown }, `${at}.StringMatches: IAM knows no condition operator "StringMatches"`],
    [{ Bool: "a" }, `${at}.Bool: an operator must hold an object`],
    [{ Bool: true }, `${at}.Bool: an operator must hold an object`],
    [{ Bool: [] }, `${at}.Bool: an operator must hold an object`],
    [{ Bool: { a: {} } }, `${at}.Bool.a: a condition value must be a text, a number or a truth value`],
    [{ Bool: { a: ["x", null] } }, `${at}.Bool.a[1]: a condition value must be a text, a number or a truth value`],
  ];
  for (const [Condition, fault] of faults) {
    it(`cannot be ${JSON.stringify(Condition)}`, () => {
      assert.equal(faultOf({ Statement: [{ ...reading, Condition }] }), fault);
    });
  }

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html: ${*}, ${?} and ${$} are literal.
  const texts: [text: string, wildcard: boolean, only: boolean, variable: boolean][] = [
    ["", false, false, false],
    ["shop", false, false, false],
    ["shop*", true, false, false],
    ["sh?p", true, false, false],
    ["*", true, true, false],
    ["?*", true, true, false],
    ["**?", true, true, false],
    // At least one character, but no more than that: it leaves texts of other lengths out.
    ["?", true, false, false],
    ["a*", true, false, false],
    ["*a", true, false, false],
    ["${*}", false, false, false],
    ["a${?}b${$}c", false, false, false],
    ["${*}*", true, false, false],
    ["${$}{*}", true, false, false],
    ["${aws:username}", false, false, true],
    ["home/${aws:username}/*", true, false, true],
    ["${*", true, false, false],
    ["$", false, false, false],
  ];
  for (const [text, wildcard, only, variable] of texts) {
    it(`take ${text || "nothing"} as ${only ? "anything" : wildcard ? "a pattern" : "a fixed text"}${variable ? " with a variable" : ""}`, () => {
      assert.deepEqual([hasWildcard(text), isWildcardOnly(text), hasVariable(text)], [wildcard, only, variable]);
    });
  }
});
