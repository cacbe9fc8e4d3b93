import { strict as assert } from "node:assert";
import { controls } from "../../policies/controls";
import { evaluate, evaluateStack } from "../../policies/shared/evaluate";
import { contextOf, resourceOf, stackOf, unknown } from "../support/policy";

const oddities = [
  null,
  "",
  0,
  true,
  [],
  {},
  [null],
  "{",
  "[]",
  "null",
  { a: { b: [1] } },
  "\u0000\ud800",
  "__proto__",
  unknown,
];

/** An object in which only `path` has a value. */
function holding(path: string, value: unknown): object {
  return path.split(".").reduceRight<unknown>((inner, part) => ({ [part]: inner }), value) as object;
}

describe("controls on values of any kind", function () {
  this.timeout(20_000);
  for (const control of controls) {
    const described = Object.entries(control.reads)
      .filter(([type]) => type !== "*")
      .flatMap(([type, paths]) =>
        paths.flatMap((path) => oddities.map((value) => ({ type, props: holding(path, value) }))),
      )
      .map((each, index) => ({ ...each, name: `r${index}` }));
    it(`always end with findings that name a resource: ${control.id}`, async () => {
      const context = contextOf(control);
      const findings = await evaluateStack(control, stackOf(...described), context);
      for (const each of described) findings.push(...(await evaluate(control, resourceOf(each), context)));
      for (const { what, fix, path } of findings) {
        assert.equal(typeof path, "string");
        assert.match(what, /\S/);
        assert.match(fix, /^[A-Z`].*[.)]$/s);
        // A message of JavaScript itself says that a control read something without looking.
        assert.doesNotMatch(what, /is not a function|of undefined|of null|not iterable|call stack/, control.id);
      }
    });
  }
});
