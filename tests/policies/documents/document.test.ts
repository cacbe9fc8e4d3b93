import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { parseDocument } from "../../../policies/documents/document";
import { MalformedDocument } from "../../../policies/documents/malformedDocument";
import { Node, Undecided } from "../../../policies/shared/node";
import { unknown } from "../../support/policy";

const parse = (value: unknown) => parseDocument(new Node(value, "policy"));
const statement = { Sid: "A", Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

describe("parseDocument", () => {
  it("reads scalars and lists alike", () => {
    for (const Action of ["s3:GetObject", ["s3:GetObject"]]) {
      const document = parse(JSON.stringify({ Statement: { ...statement, Action } }));
      assert.deepEqual(
        document.statements[0]?.actions.map(({ raw }) => raw),
        ["s3:GetObject"],
      );
    }
  });

  it("reads objects as texts", () => {
    assert.equal(parse({ Statement: [statement] }).statements[0]?.sid, "A");
  });

  it("keeps an unknown leaf apart", () => {
    const document = parse({ Statement: [{ ...statement, Resource: ["a", unknown] }, unknown] });
    assert.deepEqual(
      document.statements[0]?.resources.map(({ isUnknown }) => isUnknown),
      [false, true],
    );
    assert.deepEqual(
      document.unknownStatements.map(({ path }) => path),
      ["policy.Statement[1]"],
    );
  });

  it("keeps an unknown leaf of a text apart", () => {
    const document = parse(JSON.stringify({ Statement: [{ ...statement, Resource: `arn:aws:s3:::${unknown}/*` }] }));
    assert.equal(document.statements[0]?.resources[0]?.isUnknown, true);
  });

  it("cannot decide a wholly unknown document", () => {
    assert.throws(() => parse(unknown), Undecided);
    assert.throws(() => parse(`prefix ${unknown}`), Undecided);
  });

  it("reads an absent document as empty", () => {
    assert.deepEqual(parse(undefined).statements, []);
  });

  for (const text of [
    "",
    "{",
    "[]",
    "7",
    '"a"',
    "null",
    '{"Statement":[],"Statement":[]}',
    "{}",
    "[".repeat(1e6),
    `{"Statement":${'{"a":'.repeat(1e5)}`,
  ]) {
    it(`takes ${text.slice(0, 40)} for malformed`, () => {
      assert.throws(() => parse(text), MalformedDocument);
    });
  }

  it("either reads a text or calls it malformed, and never breaks", () => {
    const element = fc.constantFrom(
      "Version",
      "Statement",
      "Effect",
      "Action",
      "Resource",
      "Condition",
      "Principal",
      "__proto__",
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: "small" },
        fc.string(),
        fc.integer(),
        fc.constant("Allow"),
        fc.constant(null),
        fc.array(tie("any")),
        fc.dictionary(element, tie("any")),
      ),
    })).any;
    fc.assert(
      fc.property(value, (written) => {
        try {
          parse(JSON.stringify(written));
        } catch (error) {
          assert.ok(error instanceof MalformedDocument, String(error));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
