import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import type { StackResource } from "../../../policies/shared/resource";
import type { StackIndex } from "../../../policies/shared/stackIndex";
import { stackOf, unknown } from "../../support/policy";
import type { Described } from "../../support/policy";

const [bucket, policy, other] = ["aws:s3/bucket:Bucket", "aws:s3/bucketPolicy:BucketPolicy", "aws:sns/topic:Topic"];
const get = (stack: StackIndex, name: string) => stack.all.find((each) => each.name === name) as StackResource;
const names = (list: readonly StackResource[]) => list.map(({ name }) => name);

describe("the stack index", () => {
  const stack = stackOf(
    { type: bucket, name: "a", props: { bucket: "artifacts", id: "artifacts" } },
    { type: bucket, name: "b", props: { bucket: unknown } },
    { type: policy, name: "by-name", props: { bucket: "artifacts" } },
    { type: policy, name: "by-output", props: { bucket: unknown }, dependsOn: { bucket: ["b"] } },
    { type: policy, name: "by-other-input", props: { bucket: unknown }, dependsOn: { policy: ["b"] } },
    { type: other, name: "of-other-type", props: { bucket: "artifacts" } },
  );

  it("links by a known name and by what a value is made of", () => {
    assert.deepEqual(names(stack.linked([policy], "bucket", get(stack, "a"))), ["by-name"]);
    assert.deepEqual(names(stack.linked([policy], "bucket", get(stack, "b"))), ["by-output"]);
    assert.deepEqual(names(stack.linked([policy], "policy", get(stack, "b"))), ["by-other-input"]);
  });

  it("finds the target of a link", () => {
    assert.equal(stack.target(get(stack, "by-name"), "bucket", [bucket])?.name, "a");
    assert.equal(stack.target(get(stack, "by-output"), "bucket", [bucket])?.name, "b");
    assert.equal(stack.target(get(stack, "by-other-input"), "bucket", [bucket]), undefined);
    assert.equal(stack.target(get(stack, "by-name"), "bucket", ["aws:kms/key:Key"]), undefined);
  });

  it("never links by an unknown value", () => {
    const all = stackOf(
      { type: bucket, name: "a", props: { bucket: unknown } },
      { type: policy, name: "p", props: { bucket: unknown } },
    );
    assert.deepEqual(stack.linked([policy], "bucket", get(all, "a")), []);
    assert.equal(all.target(get(all, "p"), "bucket", [bucket]), undefined);
  });

  it("finds what looking at every pair finds", () => {
    const text = fc.constantFrom("x", "y", "", unknown, undefined);
    const described = fc.record({
      type: fc.constantFrom(bucket, policy, other),
      props: fc.record({ id: text, bucket: text, arn: text }),
      depends: fc.array(fc.nat(5), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(described, { minLength: 1, maxLength: 6 }), (list) => {
        const named = list.map(({ type, props, depends }, index): Described => {
          const targets = depends.filter((target) => target < list.length).map((target) => `r${target}`);
          return { type, props, name: `r${index}`, dependsOn: { bucket: targets } };
        });
        const index = stackOf(...named);
        for (const target of index.all) {
          const pairs = index.ofType(policy, bucket).filter((each) => index.refersTo(each, "bucket", target));
          assert.deepEqual(names(index.linked([policy, bucket], "bucket", target)), names(pairs));
        }
      }),
    );
  });
});
