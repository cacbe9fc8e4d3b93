import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { permissionsOf } from "../../../../policies/iam/judge/permissions";
import { unknown } from "../../../support/policy";
import { fitsPattern } from "../../documents/requests";
import { parse } from "../../documents/statements";

const read = (...statements: object[]) => permissionsOf(parse({ Statement: statements }));
const allow = (change: object = {}) => ({ Effect: "Allow", Action: "sqs:*Message", Resource: "a", ...change });
const deny = (change: object = {}) => ({ ...allow(change), Effect: "Deny" });
const names = (...statements: object[]) =>
  read(...statements).grants.map(({ actions }) => actions.map(({ name }) => name));
const all = ["sqs:DeleteMessage", "sqs:ReceiveMessage", "sqs:SendMessage"];
const receive = ["sqs:ReceiveMessage"];

describe("the permissions of a document", () => {
  it("are what each Allow stands for, action by action", () => {
    const { grants } = read(allow({ Action: ["sqs:*Message", "SQS:listqueues", "nothing:A", "*", "s*:List"] }), deny());
    assert.deepEqual(
      grants.map(({ text, kind, leaf, statement }) => [text, kind, leaf.path, statement.index]),
      [
        ["sqs:*Message", "some", "policy.Statement[0].Action[0]", 0],
        ["SQS:listqueues", "one", "policy.Statement[0].Action[1]", 0],
        ["nothing:A", "none", "policy.Statement[0].Action[2]", 0],
        ["*", "all", "policy.Statement[0].Action[3]", 0],
        ["s*:List", "services", "policy.Statement[0].Action[4]", 0],
      ],
    );
    assert.deepEqual(
      grants[1]?.actions.map(({ name }) => name),
      ["sqs:ListQueues"],
    );
  });

  it("are not known as far as an effect, an action or a statement is not", () => {
    const { grants, undecided } = read(allow({ Action: [unknown, "sqs:SendMessage"] }), allow({ Effect: unknown }));
    assert.deepEqual(
      grants.map(({ text }) => text),
      ["sqs:SendMessage"],
    );
    assert.deepEqual(
      undecided.map(({ path }) => path),
      ["policy.Statement[0].Action[0]", "policy.Statement[1].Effect"],
    );
    const partly = permissionsOf(parse({ Statement: [unknown, allow()] }));
    assert.deepEqual([partly.undecided.length, partly.grants.length], [1, 1]);
  });

  const denials: [behaviour: string, denial: object, left: string[], allowed?: object][] = [
    [
      "take off what a Deny on the same resource covers",
      deny({ Action: "SQS:Send*" }),
      ["sqs:DeleteMessage", "sqs:ReceiveMessage"],
    ],
    ["take off what one of its actions covers", deny({ Action: ["sqs:Send*", "sqs:delete?essage", unknown] }), receive],
    [
      "take off everything but what NotAction spares",
      deny({ Action: undefined, NotAction: ["SQS:receivemessage", "iam:*"] }),
      receive,
    ],
    ["take nothing off while NotAction is unknown", deny({ Action: undefined, NotAction: [unknown, "iam:*"] }), all],
    ["take nothing off on another resource", deny({ Resource: "b" }), all],
    ["take nothing off under a condition", deny({ Condition: { Bool: { "aws:SecureTransport": "false" } } }), all],
    ["take nothing off while the effect is unknown", { ...deny(), Effect: unknown }, all],
    ["take off what one of several resources covers", deny({ Resource: ["b", "a*"] }), []],
    ["take nothing off of what is allowed elsewhere, too", deny(), all, allow({ Resource: ["a", "b"] })],
    [
      "take off when all that is allowed is covered",
      deny({ Resource: ["a", "b*"] }),
      [],
      allow({ Resource: ["a", "bc"] }),
    ],
    ["take nothing off while the denied resource is unknown", deny({ Resource: unknown }), all],
    [
      "take nothing off while the allowed resource is unknown",
      deny({ Resource: "arn:aws:sqs:*" }),
      all,
      allow({ Resource: unknown }),
    ],
    [
      "take off from an unknown resource what is denied everywhere",
      deny({ Resource: ["b", "*"] }),
      [],
      allow({ Resource: unknown }),
    ],
    [
      "take off everywhere but there what is denied everywhere",
      deny({ Resource: "*" }),
      [],
      allow({ Resource: undefined, NotResource: "b" }),
    ],
    [
      "take nothing off everywhere but there",
      deny({ Resource: "a" }),
      all,
      allow({ Resource: undefined, NotResource: "b" }),
    ],
    ["take off outside of what NotResource spares", deny({ Resource: undefined, NotResource: ["b", "c*"] }), []],
    ["take nothing off where NotResource may spare it", deny({ Resource: undefined, NotResource: ["b", "a*"] }), all],
    ["take nothing off while NotResource is unknown", deny({ Resource: undefined, NotResource: [unknown, "b"] }), all],
    ["take nothing off by a Deny without resources", deny({ Resource: undefined }), all],
  ];
  for (const [behaviour, denial, left, allowed = allow()] of denials) {
    it(behaviour, () => assert.deepEqual(names(allowed, denial), [left]));
  }

  it("add up what several denials take off", () => {
    assert.deepEqual(names(allow(), deny({ Action: "sqs:SendMessage" }), deny({ Action: "sqs:DeleteMessage" })), [
      receive,
    ]);
  });

  it("lose nothing that some resource still allows", () => {
    const resources = ["a", "b", "aa", "ab", "ba", "bb"];
    const list = (pattern: RegExp) => fc.array(fc.stringMatching(pattern), { minLength: 1, maxLength: 2 });
    const where = fc.oneof(
      list(/^[ab*?]{1,2}$/).map((Resource) => ({ Resource })),
      list(/^[ab*?]{1,2}$/).map((NotResource) => ({ Resource: undefined, NotResource })),
    );
    const what = list(/^sqs:(Send|Receive|\*)(Message|\*)$/).chain((Action) =>
      fc.constantFrom({ Action }, { Action: undefined, NotAction: Action }),
    );
    type Written = { Action?: string[]; NotAction?: string[]; Resource?: string[]; NotResource?: string[] };
    const fits = (patterns: string[] | undefined, text: string) =>
      patterns?.some((pattern) => fitsPattern(pattern.toLowerCase(), text.toLowerCase())) ?? false;
    const isFor = ({ Action, NotAction, Resource, NotResource }: Written, name: string, resource: string) =>
      (Action ? fits(Action, name) : !fits(NotAction, name)) &&
      (Resource ? fits(Resource, resource) : !fits(NotResource, resource));
    let taken = 0;
    fc.assert(
      fc.property(where, fc.array(fc.tuple(what, where), { maxLength: 2 }), (allowed, denied) => {
        const denials: Written[] = denied.map(([actions, place]) => ({ ...place, ...actions }));
        const [left = []] = names(allow(allowed), ...denials.map((denial) => deny(denial)));
        for (const name of all.filter((one) => !left.includes(one))) {
          taken++;
          const open = resources.filter((resource) => isFor({ Action: [name], ...allowed }, name, resource));
          assert.ok(open.every((resource) => denials.some((denial) => isFor(denial, name, resource))));
        }
      }),
      { numRuns: 1000 },
    );
    assert.ok(taken > 100, `${taken} actions taken off`);
  });
});
