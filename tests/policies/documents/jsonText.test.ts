import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { faultOfJson, shortened } from "../../../policies/documents/jsonText";

const fields = (count: number, value: string) => Array.from({ length: count }, (_, i) => `"k${i}":${value}`).join(",");
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

describe("faults of a JSON text", () => {
  const duplicates: [text: string, key: string | undefined][] = [
    ['{"Action":"a","Action":"b"}', "Action"],
    ['{"Action":"a","Act\\u0069on":"b"}', "Action"],
    ['{"Action":["a","a"],"Resource":["Action","Action"]}', undefined],
    ['[["a","a"],["a","a"]]', undefined],
    ['{"a":{"b":1},"c":{"b":1}}', undefined],
    ['{"a":{"b":1,"b":2}}', "b"],
    ['{"a":{"b":1},"a":2}', "a"],
    ['{"a":[{"b":1}],"a":2}', "a"],
    ['{"a":[],"b":{},"a":2}', "a"],
    ['{"a":[{"x":1},{"x":1}]}', undefined],
    ['{"a":"a","b":"a"}', undefined],
    ['{"a":"\\", \\"a\\": 1","b":"\\\\"}', undefined],
    ['{"a\\"":1,"b":2,"a\\"":3}', 'a"'],
    ['{"":1,"":2}', ""],
    ['{"__proto__":1,"constructor":2,"__proto__":3}', "__proto__"],
  ];
  for (const [text, key] of duplicates) {
    it(`${key === undefined ? "finds no key twice" : `finds ${JSON.stringify(key)} twice`} in ${text}`, () => {
      assert.equal(faultOfJson(text), key === undefined ? undefined : `it gives the key ${JSON.stringify(key)} twice`);
    });
  }

  it("finds a repeated key wherever it stands, in objects of any shape", () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(json, fc.string(), json, (value, name, other) => {
        const written = JSON.stringify(name);
        const field = `${written}:${JSON.stringify(value)}`;
        // `JSON.stringify` writes every key once, so what it wrote has no fault.
        assert.equal(faultOfJson(JSON.stringify(other)), undefined);
        assert.equal(faultOfJson(`{${field}}`), undefined);
        const inside = `[{"other":[${JSON.stringify(other)}, {${field} , ${field}}]}]`;
        assert.equal(faultOfJson(inside), `it gives the key ${shortened(name)} twice`);
      }),
    );
  });

  it("takes 32 levels, and no more", () => {
    assert.equal(faultOfJson(nested(32)), undefined);
    assert.equal(faultOfJson(`{"a":${nested(31)},"b":${nested(31)}}`), undefined);
    assert.equal(faultOfJson(nested(33)), "it is nested too deeply");
  });

  it("counts 40,960 characters, without white space between the values", () => {
    const fault = "it is longer than the 40960 characters any AWS document may have";
    const long = (characters: number) => `["${"a".repeat(characters - 4)}"]`;
    assert.equal(faultOfJson(long(40_960)), undefined);
    assert.equal(faultOfJson(long(40_961)), fault);
    assert.equal(faultOfJson(" \n\t\r".repeat(20_000) + long(40_960)), undefined);
    assert.equal(faultOfJson(`["${" \\t".repeat(20_000)}"]`), fault);
    assert.equal(faultOfJson(`{${fields(10_000, "1")}}`), fault);
    assert.equal(faultOfJson(`[${"1,".repeat(30_000)}1]`), fault);
  });

  it("leaves what is no JSON to the parser", () => {
    for (const text of ["", '{"a', '{"a\\', "]]]]", '{"\\q":1,"\\q":2', '"', "}{", ',"a","a"']) {
      const fault = faultOfJson(text);
      assert.ok(fault === undefined || fault.includes("twice"), fault);
    }
  });

  it("shows long texts by their first 60 characters", () => {
    assert.equal(shortened("a".repeat(60)), JSON.stringify("a".repeat(60)));
    assert.equal(shortened("a".repeat(61)), JSON.stringify(`${"a".repeat(60)}…`));
  });
});
