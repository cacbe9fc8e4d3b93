import { strict as assert } from "node:assert";
import { Node, Undecided } from "../../../policies/shared/node";
import { isPlainSecret } from "../../../policies/shared/plainVariables";
import { unknown } from "../../support/policy";

describe("isPlainSecret", () => {
  const cases: [behaviour: string, name: string, value: unknown, marked: boolean, expected: boolean][] = [
    ["passes a harmless variable", "NODE_ENV", "production", false, false],
    ["passes the address of a secret", "DB_PASSWORD", "arn:aws:ssm:eu-west-1:123456789012:parameter/db", false, false],
    ["passes an output under a harmless name", "TABLE", unknown, false, false],
    ["finds a secret-looking name", "dbPassword", "hunter2!", false, true],
    ["finds a secret-looking value", "NOTES", `ghp_${"a".repeat(36)}`, false, true],
    ["finds credentials of AWS without a value", "aws_access_key_id", undefined, false, true],
    ["finds what the program marked", "STRIPE", unknown, true, true],
  ];
  for (const [behaviour, name, value, marked, expected] of cases) {
    it(behaviour, () => {
      assert.equal(isPlainSecret(name, new Node(value, "value"), marked), expected);
    });
  }

  it("cannot decide an unknown value under a secret-looking name", () => {
    assert.throws(() => isPlainSecret("API_TOKEN", new Node(unknown, "value"), false), Undecided);
  });
});
