import { strict as assert } from "node:assert";
import { statesIn } from "../../../policies/cli/stateFile";

const urn = "urn:pulumi:dev::shop::aws:sqs/queue:Queue::jobs";
const state = { urn, type: "aws:sqs/queue:Queue" };
const inExport = (...resources: unknown[]) => ({ version: 3, deployment: { manifest: {}, resources } });
const read = (content: unknown) => statesIn(typeof content === "string" ? content : JSON.stringify(content)).states;

describe("a file with a stack", () => {
  it("may hold a stack without resources", () => {
    assert.deepEqual(read({ version: 3, deployment: { manifest: {}, metadata: {} } }), []);
    assert.deepEqual(read({ version: 3, deployment: { resources: null } }), []);
  });

  it("may have null for empty lists and maps, as Go writes them", () => {
    const empty = { ...state, inputs: null, outputs: null, dependencies: null, propertyDependencies: { a: null } };
    assert.equal(read(inExport(empty)).length, 1);
  });

  it("leaves out what the program only reads", () => {
    assert.deepEqual(read(inExport({ ...state, external: true })), []);
    assert.deepEqual(read({ steps: [{ op: "read", newState: { ...state, external: true } }] }), []);
  });

  const wrong: [what: string, content: unknown, message: RegExp][] = [
    ["nothing", "", /^The file is no JSON text\. Use `pulumi stack export` or /],
    ["half a text", '{"deployment": ', /^The file is no JSON text\./],
    [
      "a text too deep to read",
      "[".repeat(50_000) + "]".repeat(50_000),
      /no JSON text that can be read: it is nested too deeply\. Use /,
    ],
    ...[null, [], 5, "x", {}, { resources: [] }].map((content): [string, unknown, RegExp] => [
      JSON.stringify(content),
      JSON.stringify(content),
      /^The file is neither an exported stack nor a preview/,
    ]),
    ["no deployment", { version: 3, deployment: null }, /: deployment must be object\./],
    ["a map of resources", { deployment: { resources: {} } }, /: deployment\/resources must be array,null\./],
    ["an empty resource", inExport({}), /: deployment\/resources\/0 must have required property 'urn'\./],
    ["a resource that is none", inExport(state, null), /: deployment\/resources\/1 must be object\./],
    ["a URN that is none", inExport({ ...state, urn: 5 }), /: deployment\/resources\/0\/urn must be string\./],
    ["inputs that are a list", inExport({ ...state, inputs: [] }), /: deployment\/resources\/0\/inputs must be/],
    ["steps that are a map", { steps: {} }, /: steps must be array\./],
    ["a step that is none", { steps: [null] }, /: steps\/0 must be object\./],
    [
      "a version to come",
      { ...inExport(state), version: 5 },
      /^The file has version 5 of its format; versions 3 and 4 are known\./,
    ],
  ];
  for (const [what, content, message] of wrong) {
    it(`is refused with ${what}`, () => assert.throws(() => read(content), { message }));
  }

  it("is refused without a word of its text", () => {
    assert.throws(
      () => read('{"password": hunter22}'),
      ({ message }: Error) => /no JSON text\./.test(message) && !message.includes("hunter22"),
    );
  });
});
