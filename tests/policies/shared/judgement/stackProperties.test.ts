import { strict as assert } from "node:assert";
import { stackProperties } from "../../../../policies/shared/judgement/stackProperties";
import { unknown } from "../../../support/policy";

describe("the properties by which a stack's resource is judged", () => {
  it("are the inputs, and of the outputs what names the resource", () => {
    const outputs = { id: "sg-1", arn: "arn:1", name: "other", ingress: [{ fromPort: 22 }] };
    assert.deepEqual(stackProperties(outputs, { name: "own" }), { id: "sg-1", arn: "arn:1", name: "own" });
  });

  it("leave out outputs that are not known yet", () => {
    assert.deepEqual(stackProperties({ id: unknown, arn: unknown }, { name: unknown }), { name: unknown });
  });

  it("are the outputs alone where nobody saw the inputs", () => {
    assert.deepEqual(stackProperties({ id: "sg-1", ingress: [] }, undefined), { id: "sg-1", ingress: [] });
  });
});
