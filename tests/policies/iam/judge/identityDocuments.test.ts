import { strict as assert } from "node:assert";
import {
  type Reading,
  documentNodes,
  readDocument,
  readIdentityDocument,
  readIntent,
} from "../../../../policies/iam/judge/identityDocuments";
import { isWhole, wholeDocuments } from "../../../../policies/iam/judge/wholeDocuments";
import { Node } from "../../../../policies/shared/node";
import { contextOf, resourceOf, unknown } from "../../../support/policy";
import { iamDocument } from "../../../../policies/iam/document";
import { allow, policyDocument } from "../documents";

const node = (raw: unknown) => new Node(raw, "policy");
const text = policyDocument(allow("sqs:SendMessage", "a"));
const role = (inlinePolicies: unknown) =>
  resourceOf({ type: "aws:iam/role:Role", props: { inlinePolicies, policy: "x" } });
const policy = (raw: unknown) => resourceOf({ type: "aws:iam/policy:Policy", props: { policy: raw } });
const kindOf = (reading: Reading | undefined) => Object.keys(reading ?? {})[0];
const declared = [
  {
    sid: "Send",
    actions: ["sqs:SendMessage"],
    resources: ["a"],
    conditions: { Bool: { "aws:SecureTransport": "true" } },
  },
];

describe("identity documents", () => {
  it("stand in `policy`, for a role in its inline policies", () => {
    assert.deepEqual(
      documentNodes(policy(text)).map(({ path }) => path),
      ["policy"],
    );
    const nodes = documentNodes(role([{ policy: text }, {}, { policy: null }, { policy: unknown }]));
    assert.deepEqual(
      nodes.map(({ path }) => path),
      ["inlinePolicies[0].policy", "inlinePolicies[3].policy"],
    );
    assert.deepEqual(documentNodes(role(undefined)), []);
  });

  it("are read, malformed or not known yet", () => {
    assert.deepEqual(
      [text, "{", unknown].map((raw) => kindOf(readDocument(node(raw)))),
      ["document", "malformed", "undecided"],
    );
    const reading = readDocument(node(text));
    assert.equal("document" in reading && reading.intent, false);
  });

  it("do not look unknown where the judge itself breaks", () => {
    const broken = (name: string) =>
      Object.defineProperty({}, name, {
        enumerable: true,
        get: () => {
          throw new TypeError("broken");
        },
      });
    assert.throws(() => readDocument(node(broken("Statement"))), TypeError);
    assert.throws(() => readIntent(new Node([broken("actions")]), node(unknown)), TypeError);
  });

  it("are what the component declares while they are not known", () => {
    const reading = readIdentityDocument(node(unknown), policy(unknown), contextOf(iamDocument, { intent: declared }));
    assert.ok("document" in reading && reading.intent);
    const [statement] = reading.document.statements;
    assert.deepEqual(statement?.node.raw, {
      Sid: "Send",
      Effect: "Allow",
      Action: ["sqs:SendMessage"],
      Resource: ["a"],
      Condition: { Bool: { "aws:SecureTransport": "true" } },
    });
    assert.equal(statement?.node.path, "policy.Statement[0]");
    assert.equal(kindOf(readIdentityDocument(node(unknown), policy(unknown), contextOf(iamDocument))), "undecided");
    const known = readIdentityDocument(node(text), policy(text), contextOf(iamDocument, { intent: declared }));
    assert.equal("document" in known && known.intent, false);
  });

  it("are read once for each place that a declaration stands for", () => {
    const intent = new Node(declared);
    const [first, second] = [readIntent(intent, node(unknown)), readIntent(intent, node(unknown))];
    assert.ok("document" in first && "document" in second && first.document === second.document && second.intent);
    const other = readIntent(intent, new Node(unknown, "other"));
    assert.ok("document" in other && other.document.node.path === "other");
  });

  it("are not known, or malformed, as a declaration is", () => {
    const open = readIntent(new Node(unknown), node(unknown));
    assert.ok("undecided" in open);
    assert.deepEqual(
      [open.undecided.path, open.undecided.message],
      ["policy", "the component's declared statements are not known either"],
    );
    const partly = readIntent(new Node([unknown, ...declared]), node(unknown));
    assert.ok("document" in partly && partly.document.unknownStatements.length === 1);
    assert.equal(kindOf(readIntent(new Node([{ actions: [7], resources: ["a"] }]), node(unknown))), "malformed");
  });

  it("are whole when nothing more can come to light", () => {
    const wholes: [raw: unknown, whole: boolean][] = [
      [text, true],
      ["{", true],
      [unknown, false],
      [policyDocument(allow(unknown, "a")), false],
      [policyDocument(allow("sqs:SendMessage", unknown)), true],
    ];
    for (const [raw, whole] of wholes) assert.equal(isWhole(readDocument(node(raw))), whole);
  });

  it("are judged with what is declared for their unknown parts", () => {
    const partly = policyDocument(allow(unknown, "a"));
    const readings = (resource: ReturnType<typeof role>, intent?: object) =>
      wholeDocuments(resource, contextOf(iamDocument, intent && { intent })).map(({ path, readings: all }) => [
        path,
        all.map(kindOf).join(),
      ]);
    assert.deepEqual(readings(policy(partly)), [["policy", "document"]]);
    assert.deepEqual(readings(policy(partly), declared), [["policy", "document,document"]]);
    assert.deepEqual(readings(policy(text), declared), [["policy", "document"]]);
    assert.deepEqual(readings(policy("{"), declared), [["policy", "malformed"]]);
    assert.deepEqual(readings(policy(unknown), declared), [["policy", "document"]]);
    assert.deepEqual(readings(policy(unknown), [unknown]), [["policy", "document"]]);
    assert.deepEqual(readings(role([{ policy: partly }]), declared), [
      ["inlinePolicies[0].policy", "document,document"],
    ]);
    assert.deepEqual(readings(role(unknown), declared), []);
  });
});
