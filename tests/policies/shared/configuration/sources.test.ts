import { strict as assert } from "node:assert";
import { keyNames } from "../../../../policies/shared/configuration/keys";
import type { Input } from "../../../../policies/shared/configuration/keys";
import { readInput, variableName } from "../../../../policies/shared/configuration/sources";
import type { Sources } from "../../../../policies/shared/configuration/sources";

const none: Sources = { variables: {}, pack: {}, stack: {} };
const stack = (name: string, value: string): Sources => ({
  ...none,
  stack: { [`container-delivery-policies:${name}`]: value },
});

describe("reading settings", () => {
  const right: [what: string, sources: Sources, input: Input][] = [
    [
      "a list with commas",
      stack("accounts", "111111111111, 222222222222"),
      { accounts: ["111111111111", "222222222222"] },
    ],
    ["a list as JSON", stack("accounts", '["111111111111"]'), { accounts: ["111111111111"] }],
    ["a map", stack("environments", '{"live":"protected"}'), { environments: { live: "protected" } }],
    ["a truth value", stack("remediate", "true"), { remediate: true }],
    ["a text with spaces around", stack("profile", " strict "), { profile: "strict" }],
    ["a value of the pack", { ...none, pack: { remediate: true } }, { remediate: true }],
    [
      "a variable",
      { ...none, variables: { CONTAINER_DELIVERY_POLICIES_ON_UNKNOWN: "mandatory" } },
      { onUnknown: "mandatory" },
    ],
    ["an empty variable as none", { ...none, variables: { CONTAINER_DELIVERY_POLICIES_PROFILE: "" } }, {}],
    ["nobody else's configuration", { ...none, stack: { "aws:region": "eu-west-1" }, variables: { HOME: "/" } }, {}],
    [
      "the pack's value over the stack's, and a variable over both",
      {
        stack: { "container-delivery-policies:profile": "cis", "container-delivery-policies:onUnknown": "advisory" },
        pack: { profile: "strict", onUnknown: "advisory" },
        variables: { CONTAINER_DELIVERY_POLICIES_ON_UNKNOWN: "mandatory" },
      },
      { profile: "strict", onUnknown: "mandatory" },
    ],
  ];
  for (const [what, sources, input] of right) {
    it(`takes ${what}`, () => assert.deepEqual(readInput(sources), { input, problems: [] }));
  }

  const wrong: [sources: Sources, problem: string][] = [
    [
      stack("accounts", "12345"),
      '`container-delivery-policies:accounts` is "12345". Set it to a list of 12-digit account ids.',
    ],
    [stack("remediate", "yes"), '`container-delivery-policies:remediate` is "yes". Set it to true or false.'],
    [stack("environments", "dev"), "Set it to a map from environment name to dev, prod or protected."],
    [stack("environments", '{"dev":"test"}'), "Set it to a map from environment name to dev, prod or protected."],
    [stack("trustedOrganizations", "my-org"), "Set it to a list of organization ids such as o-abcde12345."],
    [
      stack("profle", "strict"),
      "`container-delivery-policies:profle` is no setting. Did you mean `container-delivery-policies:profile`?",
    ],
    [stack("__proto__", "x"), "`container-delivery-policies:__proto__` is no setting."],
    [{ ...none, pack: { exemptions: 5 } }, "Policy configuration `settings` `exemptions` is 5. Set it to a path."],
    [
      { ...none, variables: { CONTAINER_DELIVERY_POLICIES_ONUNKNOWN: "mandatory" } },
      "Environment variable `CONTAINER_DELIVERY_POLICIES_ONUNKNOWN` is no setting. Did you mean `CONTAINER_DELIVERY_POLICIES_ON_UNKNOWN`?",
    ],
  ];
  for (const [sources, problem] of wrong) {
    it(`refuses: ${problem}`, () => {
      const { input, problems } = readInput(sources);
      assert.deepEqual(input, {});
      assert.equal(problems.length, 1);
      assert.ok(problems[0]?.includes(problem), problems[0]);
    });
  }

  it("has a variable for every setting", () => {
    assert.equal(new Set(keyNames.map(variableName)).size, keyNames.length);
  });
});
