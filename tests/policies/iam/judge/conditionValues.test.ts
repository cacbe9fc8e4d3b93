import { strict as assert } from "node:assert";
import { readOperator } from "../../../../policies/documents/operators";
import { misfit } from "../../../../policies/iam/judge/conditionValues";

const told = (operator: string, ...texts: string[]) => {
  const read = readOperator(operator);
  assert.ok(read, operator);
  return misfit(read, texts)?.join(". ");
};

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
describe("values that an operator cannot compare", () => {
  const forms: [operator: string, fitting: string[], others: string[]][] = [
    [
      "NumericEquals",
      ["0", "3600", "-1", "+1", "1.5", "-10.25", " 5 "],
      ["", "a", "1a", "a1", "1.", ".5", "1.5.2", "1e3", "1.a", "--1", "${aws:username}"],
    ],
    [
      "DateLessThan",
      ["2030-01-31T00:00:00Z", "2030-01-31", "1893456000", " 2030-01-31 "],
      ["", "soon", "99x", "x1893456000", "2030-13-31", "${aws:CurrentTime}"],
    ],
    [
      "Bool",
      ["true", "false", "TRUE", " true ", "${aws:PrincipalTag/via}"],
      ["", "yes", "xtrue", "truex", "falsey", "1"],
    ],
    ["Null", ["true", "False"], ["", "no", "untrue", "trueish", "${aws:username}"]],
    [
      "IpAddress",
      [
        "203.0.113.7",
        "203.0.113.0/24",
        "0.0.0.0/0",
        "203.0.113.7/32",
        "2001:db8::/32",
        "2001:db8::1/128",
        "::/0",
        " 10.0.0.0/8 ",
      ],
      [
        "",
        "/8",
        "203.0.113",
        "203.0.113/24",
        "203.0.113.0/33",
        "2001:db8::/129",
        "203.0.113.0/24/8",
        "203.0.113.0/",
        "203.0.113.0/a",
        "203.0.113.0/8a",
        "203.0.113.0/a8",
        "203.0.113.0/0008",
        "shop.example.com",
      ],
    ],
    ["StringEquals", ["", "anything", "true", "1"], []],
    ["ArnLike", ["", "no ARN"], []],
  ];
  for (const [operator, fitting, others] of forms) {
    for (const text of fitting)
      it(`are not ${JSON.stringify(text)} for ${operator}`, () => assert.equal(told(operator, text), undefined));
    for (const text of others)
      it(`are ${JSON.stringify(text)} for ${operator}`, () => assert.notEqual(told(operator, text), undefined));
  }

  it("are told by the first, its beginning and a good one", () => {
    const fix = ". Write an address range such as 203.0.113.0/24.";
    assert.equal(told("IpAddress", "10.0.0.0/8", "a", "b"), `has the value a, which is no address range${fix}`);
    assert.equal(told("IpAddress", "a".repeat(81)), `has the value ${"a".repeat(80)}, which is no address range${fix}`);
    assert.equal(told("NumericEquals", "a"), "has the value a, which is no number. Write a number such as 3600.");
    assert.equal(
      told("DateEquals", "a"),
      "has the value a, which is no date. Write a date such as 2030-01-31T00:00:00Z.",
    );
    for (const operator of ["Bool", "Null"]) {
      assert.equal(told(operator, "a"), "has the value a, which is no truth value. Write true or false.");
    }
  });
});
