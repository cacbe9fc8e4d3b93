import { strict as assert } from "node:assert";
import { pulumiComponentParent } from "../../../policies/stack/componentParent";
import { judgeStack, stackOf } from "../../support/policy";

const root = { type: "pulumi:pulumi:Stack", name: "root" };
const component = { type: "container-delivery:index:Network", name: "network", parent: "root" };
const bucket = (name: string, parent: string) => ({ type: "aws:s3/bucket:Bucket", name, parent });

describe("pulumi-component-parent", () => {
  it("passes resources of an approved component, however deep", async () => {
    const nested = { type: "other:index:Inner", name: "inner", parent: "network" };
    assert.deepEqual(
      await judgeStack(pulumiComponentParent, stackOf(root, component, nested, bucket("a", "inner"))),
      [],
    );
  });

  it("passes a component that the setting approves", async () => {
    const stack = stackOf(root, { ...component, type: "acme:index:Store" }, bucket("a", "network"));
    assert.deepEqual(await judgeStack(pulumiComponentParent, stack, { config: { approved: ["acme:"] } }), []);
  });

  it("names the first resources outside, in one finding for the stack", async () => {
    const outside = ["a", "b", "c", "d", "e", "f", "g"].map((name) => bucket(name, "root"));
    const findings = await judgeStack(pulumiComponentParent, stackOf(root, ...outside));
    assert.equal(findings.length, 1);
    assert.match(
      findings[0]?.what ?? "",
      /^7 AWS resources stand in no approved component: a \(.*, e \(.* and 2 more$/,
    );
    assert.match(findings[0]?.urn ?? "", /::root$/);
  });
});
