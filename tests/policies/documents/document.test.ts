import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { parseDocument } from "../../../policies/documents/document";
import { MalformedDocument } from "../../../policies/documents/malformedDocument";
import { Node, Undecided } from "../../../policies/shared/node";
import { unknown } from "../../support/policy";
import { faultOf, parse, reading } from "./statements";

const statement = { Sid: "A", ...reading };

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
    for (const text of [unknown, `prefix ${unknown}`, `prefix {${unknown}`]) {
      assert.throws(() => parse(text), Undecided);
    }
    assert.equal(parse(`\n  {"Statement": ["${unknown}"]}`).unknownStatements.length, 1);
  });

  it("reads an absent document as empty", () => {
    for (const absent of [undefined, null]) {
      const { statements, unknownStatements } = parse(absent);
      assert.deepEqual([statements, unknownStatements], [[], []]);
    }
  });

  it("tells the path at which the same document was given", () => {
    const written = { Statement: [statement] };
    for (const document of [written, JSON.stringify(written)]) {
      const paths = ["policy", "assumeRolePolicy", "policy"].map(
        (path) => parseDocument(new Node(document, path)).statements[0]?.node.path,
      );
      assert.deepEqual(paths, ["policy.Statement[0]", "assumeRolePolicy.Statement[0]", "policy.Statement[0]"]);
    }
  });

  it("reads the same document once, which many controls ask for", () => {
    const written = { Statement: [statement] };
    assert.equal(parse(written), parse(written));
    assert.equal(parse(JSON.stringify(written)), parse(JSON.stringify(written)));
  });

  const faults: [written: unknown, fault: string][] = [
    ["", "policy: it is no JSON text"],
    ["{", "policy: it is no JSON text (position 1)"],
    [`{"a": 12345678, ]`, "policy: it is no JSON text (position 16)"],
    ["[]", "policy: it is no JSON object"],
    ["7", "policy: it is no JSON object"],
    ['"a"', "policy: it is no JSON object"],
    ["null", "policy: it is no JSON object"],
    [7, "policy: it is no JSON object"],
    [false, "policy: it is no JSON object"],
    [[], "policy: it is no JSON object"],
    ['{"Statement":[],"Statement":[]}', 'policy: it gives the key "Statement" twice'],
    ["{}", "policy: it has no Statement"],
    [{ Version: "2012-10-17" }, "policy: it has no Statement"],
    [{ Statement: null }, "policy: it has no Statement"],
    [{ Statement: [], Statements: [] }, 'policy.Statements: IAM knows no element "Statements" in a document'],
    [{ Statement: [], version: "2012-10-17" }, 'policy.version: IAM knows no element "version" in a document'],
    [{ Statement: [], Version: "2012-10-18" }, 'policy.Version: there is no policy language version "2012-10-18"'],
    ["[".repeat(1e6), "policy: it is nested too deeply"],
    [`{"Statement":${'{"a":'.repeat(1e5)}`, "policy: it is nested too deeply"],
  ];
  for (const [written, fault] of faults) {
    it(`takes ${String(JSON.stringify(written)).slice(0, 50)} for malformed`, () => {
      assert.equal(faultOf(written), fault);
    });
  }

  it("takes both policy languages, an Id, and elements that are absent", () => {
    for (const Version of ["2012-10-17", "2008-10-17", undefined, null, unknown]) {
      assert.equal(faultOf({ Version, Id: "x", Statement: [], Other: undefined }), undefined);
    }
  });

  it("says where a text breaks without a word of it, which could be secret", () => {
    assert.throws(() => parse('{"Statement": hunter2}'), {
      message: /^the policy document does not parse: it is no JSON text( \(position \d+\))?$/,
      path: "policy",
    });
  });

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
