import { strict as assert } from "node:assert";
import { environmentOf } from "../../../../policies/shared/configuration/environment";
import { defaultLevel, levelInForce, undecidedLevel } from "../../../../policies/shared/configuration/levels";
import type { Control } from "../../../../policies/shared/control";
import { framework, several, single } from "../../wire/probe/controls";

describe("levels", () => {
  const dev = environmentOf({}, "dev", new Map());
  const prod = environmentOf({}, "prod", new Map());
  const control = single as unknown as Control;

  it("are the control's for the environment", () => {
    assert.equal(defaultLevel(control, dev, {}), "advisory");
    assert.equal(defaultLevel(control, prod, {}), "mandatory");
  });

  it("are mandatory in profile strict, except what is off", () => {
    assert.equal(defaultLevel(control, dev, { profile: "strict" }), "mandatory");
    assert.equal(defaultLevel(framework, dev, { profile: "strict" }), "disabled");
  });

  it("show what only a framework asks for in profile cis, and make mandatory what CIS names", () => {
    assert.equal(defaultLevel(framework, dev, { profile: "cis" }), "advisory");
    assert.equal(defaultLevel({ ...framework, references: ["CIS 2.1.1"] }, dev, { profile: "cis" }), "mandatory");
    assert.equal(defaultLevel(control, dev, { profile: "cis" }), "advisory");
  });

  it("are off below the threshold", () => {
    assert.equal(defaultLevel(control, prod, { severityThreshold: "high" }), "mandatory");
    assert.equal(defaultLevel(control, prod, { severityThreshold: "critical" }), "disabled");
    assert.equal(defaultLevel(several, dev, { severityThreshold: "critical" }), "mandatory");
  });

  it("follow what is known only later, unless the user named one", () => {
    assert.equal(levelInForce(control, "advisory", "advisory", prod, {}), "mandatory");
    assert.equal(levelInForce(control, "advisory", undefined, prod, {}), "mandatory");
    assert.equal(levelInForce(control, "mandatory", "advisory", prod, {}), "advisory");
    assert.equal(levelInForce(control, "advisory", "disabled", prod, {}), "disabled");
    assert.equal(levelInForce(control, undefined, "advisory", prod, {}), "advisory");
    assert.equal(levelInForce(control, "advisory", "remediate", dev, {}), "mandatory");
  });

  it("of what is undecided are never stricter than the control's", () => {
    assert.equal(undecidedLevel("mandatory", "mandatory"), "mandatory");
    assert.equal(undecidedLevel("mandatory", "advisory"), "advisory");
    assert.equal(undecidedLevel("advisory", "mandatory"), "advisory");
  });
});
