import { strict as assert } from "node:assert";
import { secretPaths, touchesSecret } from "../../../policies/shared/secretPaths";
import { secret } from "../../support/analyzer";

describe("the paths of secrets", () => {
  it("are those of the outermost marked values", () => {
    const props = { a: secret("x"), b: [{ c: secret({ d: secret("y") }) }], e: "plain", "f.g": secret(null) };
    assert.deepEqual([...secretPaths(props)], ["a", "b[0].c", '["f.g"]']);
  });

  it("are none where nothing is marked", () => {
    assert.equal(secretPaths({ a: [1, null, "x", { b: true }] }).size, 0);
    assert.equal(secretPaths(undefined).size, 0);
  });

  const secrets = new Set(["a", "b[0].c"]);
  const cases: [path: string, touches: boolean][] = [
    ["a", true],
    ["a.x", true],
    ["a[0]", true],
    ["ab", false],
    ["b", true],
    ["b[0]", true],
    ["b[0].cd", false],
    ["b[1]", false],
    ["b[0].c.d", true],
  ];
  for (const [path, touches] of cases) {
    it(`${touches ? "hide" : "leave open"} what is at ${path}`, () =>
      assert.equal(touchesSecret(path, secrets), touches));
  }
});
