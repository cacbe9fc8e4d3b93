import { strict as assert } from "node:assert";
import { packConfiguration } from "../../../policies/cli/packConfiguration";
import { probes } from "../wire/probe/controls";

const read = (content: unknown) =>
  packConfiguration(typeof content === "string" ? content : JSON.stringify(content), probes);

describe("the policy configuration of check", () => {
  it("may be empty", () => assert.deepEqual(read(" \n"), new Map()));

  it("lays `all` below what is named, in either form", () => {
    for (const all of ["disabled", { enforcementLevel: "disabled" }]) {
      const configured = read({ all, "probe-single": { enforcementLevel: "mandatory", limit: 3 }, settings: {} });
      assert.equal(configured.get("probe-several")?.level, "disabled");
      assert.deepEqual(configured.get("probe-single"), { level: "mandatory", properties: { limit: 3 } });
      assert.deepEqual(configured.get("settings"), { level: "disabled", properties: {} });
    }
  });

  it("leaves the level of a control that has only properties", () => {
    assert.deepEqual(read({ "probe-single": { limit: 3 } }).get("probe-single"), { properties: { limit: 3 } });
  });

  it("leaves out the environments of Pulumi ESC, which are the CLI's own", () => {
    assert.deepEqual(read({ environments: ["shop/prod"] }), new Map());
  });

  const wrong: [what: string, content: unknown, message: RegExp][] = [
    ["no JSON", '{"probe-single":', /^The policy configuration is no JSON: .* Write it as \{"ecr-kms-cmk"/],
    ["a repeated name", '{"probe-single":"advisory","probe-single":"disabled"}', /Map keys must be unique/],
    ["a list", [], /^The policy configuration is no map of controls\./],
    ["null", "null", /^The policy configuration is no map of controls\./],
    ["a number", "5", /^The policy configuration is no map of controls\./],
    [
      "a level that does not exist",
      { "probe-single": "advisroy" },
      /^probe-single: "advisroy" is no level\. Use one of advisory, mandatory, remediate, disabled\. Did you mean `advisory`\?$/,
    ],
    ["a number for a level", { "probe-single": 5 }, /^probe-single: 5 is no level\./],
    ["null for a level", { "probe-single": { enforcementLevel: null } }, /^probe-single: null is no level\./],
    ["a list for a control", { "probe-single": ["advisory"] }, /^probe-single: \["advisory"\] is no level\./],
    [
      "a property of another type",
      { "probe-single": { limit: "3" } },
      /^probe-single: `limit` is "3"\. It must be integer\.$/,
    ],
    [
      "a setting that does not exist there",
      { settings: { profile: "hard" } },
      /^settings: `profile` is "hard"\. It must be one of baseline, strict, cis\.$/,
    ],
    [
      "two mistakes at once",
      { a: 1, "probe-single": { limit: [] } },
      /^a: 1 is no level\..*\nprobe-single: `limit` is \[\]/,
    ],
  ];
  for (const [what, content, message] of wrong) {
    it(`is refused with ${what}`, () => assert.throws(() => read(content), { message }));
  }
});
