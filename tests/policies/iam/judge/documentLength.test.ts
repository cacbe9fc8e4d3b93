import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { countedLength } from "../../../../policies/iam/judge/documentLength";
import { Node } from "../../../../policies/shared/node";
import { unknown } from "../../../support/policy";

const length = (raw: unknown) => countedLength(new Node(raw));

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: "IAM doesn't count white space".
describe("the length of a document", () => {
  it("is that of its text without white space around the values, however it is written", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom("", " ", "    ", "\t"), (value, indent) => {
        const shortest = JSON.stringify(value);
        assert.equal(length(JSON.stringify(value, undefined, indent)), shortest.length);
        assert.equal(length(`\r\n ${shortest}\n`), shortest.length);
      }),
    );
  });

  it("counts white space, quotes and backslashes inside of texts", () => {
    assert.equal(length('{ "a b" : " c " }'), 13);
    assert.equal(length('["\\" ", " \\\\"]'), 13);
    assert.equal(length('[ "\\\\", "a" ]'), 10);
  });

  it("is that of the text which an object becomes", () => {
    assert.equal(length({ Statement: ["a b"] }), '{"Statement":["a b"]}'.length);
  });

  it("is not known for a document that is absent or unknown", () => {
    for (const raw of [undefined, null, unknown, `{"Statement":"${unknown}"}`]) assert.equal(length(raw), undefined);
  });
});
