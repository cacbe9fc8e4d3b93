import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { actionsOfService } from "../../../../policies/iam/judge/actionData";
import { type Expansion, expand } from "../../../../policies/iam/judge/expansion";
import { fitsPattern } from "../../documents/requests";

describe("what an Action stands for", () => {
  const kinds: [kind: Expansion["kind"], texts: string[]][] = [
    ["all", ["*", "**", "?*", "*:*", "*:?*", "?*:*"]],
    ["services", ["s*:SendMessage", "?qs:*", "*:SendMessage", "sqs*", "?", "?:*", "*:?"]],
    ["service", ["sqs:*", "SQS:*", "sqs:**", "sqs:?*", "sqs:*?"]],
    ["some", ["sqs:Send*", "sqs:*Message", "sqs:SendMessag?", "sqs:s*e", "sqs:???????????"]],
    ["one", ["sqs:SendMessage", "SQS:sendmessage"]],
    [
      "none",
      ["sqs:Sendmassage", "sqs:", "sqs", "nothing:SendMessage", "nothing:*", "sqs:Nothing*", "sqs:Send:*", "", ":"],
    ],
  ];
  for (const [kind, texts] of kinds) {
    for (const text of texts) it(`is ${kind} for ${text || "nothing"}`, () => assert.equal(expand(text).kind, kind));
  }

  it("is no action that one could count where it is everything", () => {
    for (const text of ["*", "s*:*", "nothing:*"]) assert.deepEqual(expand(text).actions, []);
  });

  it("is each action of the service that fits, by a regular expression", () => {
    const queue = actionsOfService("sqs") ?? new Map();
    const keys: string[] = [...queue.keys()];
    assert.ok(keys.length > 15);
    const cut = fc
      .tuple(fc.constantFrom(...keys), fc.nat(8), fc.nat(8), fc.constantFrom("*", "?", "*?", "**"))
      .map(([key, from, length, wildcard]) => key.slice(0, from) + wildcard + key.slice(from + length));
    fc.assert(
      fc.property(cut, (pattern) => {
        const expected = keys.filter((key) => fitsPattern(pattern, key)).map((key) => queue.get(key)?.name);
        assert.deepEqual(
          expand(`SQS:${pattern}`).actions.map(({ name }) => name),
          expected,
        );
      }),
      { numRuns: 300 },
    );
  });
});
