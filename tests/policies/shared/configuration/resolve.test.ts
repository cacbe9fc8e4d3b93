import { strict as assert } from "node:assert";
import { resolve } from "../../../../policies/shared/configuration/resolve";
import type { Circumstances } from "../../../../policies/shared/configuration/resolve";
import { probes, single } from "../../wire/probe/controls";
import type { Control } from "../../../../policies/shared/control";

const control = single as unknown as Control;
const resolved = (changes: Partial<Circumstances> & { stack?: Record<string, string> } = {}) =>
  resolve({
    controls: probes,
    sources: { variables: {}, pack: {}, stack: changes.stack ?? {} },
    stackName: "dev",
    projectName: "shop",
    preview: true,
    stackTags: new Map(),
    announced: new Map(),
    now: new Date("2026-06-01"),
    ...changes,
  });

describe("how to judge", () => {
  it("has the defaults of every control's settings, and the user's over them", () => {
    assert.deepEqual(resolved().configOf(control), { limit: 10 });
    const configured = new Map([["probe-single", { properties: { limit: 3 } }]]);
    assert.deepEqual(resolved({ configured }).configOf(control), { limit: 3 });
  });

  it("knows the accounts that the user and the default provider name", () => {
    const { settings } = resolved({
      stack: {
        "container-delivery-policies:accounts": "111111111111",
        "aws:allowedAccountIds": '["222222222222","111111111111"]',
      },
    });
    assert.deepEqual(settings.ownAccounts, ["111111111111", "222222222222"]);
  });

  it("takes account ids that YAML makes numbers of", () => {
    const { settings, problems } = resolved({
      stack: {
        "container-delivery-policies:accounts": "[111111111111]",
        "aws:allowedAccountIds": "[222222222222]",
      },
    });
    assert.deepEqual([settings.ownAccounts, problems], [["111111111111", "222222222222"], []]);
  });

  it("is not disturbed by a provider setting that does not parse", () => {
    assert.deepEqual(resolved({ stack: { "aws:allowedAccountIds": "[" } }).settings.ownAccounts, []);
  });

  it("makes what is undecided mandatory in profile strict, unless told otherwise", () => {
    const strict = { "container-delivery-policies:profile": "strict" };
    assert.equal(resolved({ stack: strict }).settings.onUnknown, "mandatory");
    const both = { ...strict, "container-delivery-policies:onUnknown": "advisory" };
    assert.equal(resolved({ stack: both }).settings.onUnknown, "advisory");
    assert.equal(resolved().settings.onUnknown, "advisory");
  });

  it("is the strictest when anything is wrong, even where the rest names a lax environment", () => {
    const { settings, levelOf, problems } = resolved({
      stack: { "container-delivery-policies:environment": "dev", "container-delivery-policies:typo": "x" },
    });
    assert.equal(problems.length, 1);
    assert.deepEqual(settings.environment, { name: "dev", kind: "prod", known: true, protected: true });
    assert.equal(levelOf(control), "mandatory");
  });

  describe("with `all` in the policy configuration", () => {
    const announced = new Map(probes.map(({ id }) => [id, id === "probe-single" ? "advisory" : "mandatory"] as const));
    const levels = (all: "advisory" | "mandatory", stack: Record<string, string>) => {
      const configured = new Map(
        ["all", ...probes.map(({ id }) => id)].map((id) => [id, { level: all, properties: {} }]),
      );
      const { levelOf } = resolved({ announced, configured, stack });
      return new Set(probes.map(levelOf));
    };

    it("has that level everywhere, whatever the profile says", () => {
      assert.deepEqual(levels("advisory", { "container-delivery-policies:profile": "strict" }), new Set(["advisory"]));
    });

    it("has that level everywhere, however lax the environment is that is known later", () => {
      assert.deepEqual(
        levels("mandatory", { "container-delivery-policies:environment": "dev" }),
        new Set(["mandatory"]),
      );
    });
  });

  it("takes no properties for what has none", () => {
    const configured = new Map([
      ["all", { level: "advisory" as const, properties: { limit: 3 } }],
      ["summary", { properties: { limit: 3 } }],
    ]);
    assert.deepEqual(resolved({ configured }).problems, [
      "Policy configuration `all`: all has no properties.",
      "Policy configuration `summary`: summary has no properties.",
    ]);
  });
});
