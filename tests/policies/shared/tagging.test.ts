import { strict as assert } from "node:assert";
import { Undecided } from "../../../policies/shared/node";
import { tagNames } from "../../../policies/shared/tagging";
import { resourceOf, unknown } from "../../support/policy";

describe("tagNames", () => {
  const type = "aws:ecr/repository:Repository";
  const names = (props: object, provider?: object) => [...tagNames(resourceOf({ type, props, provider }))].sort();

  it("names the tags of the resource and of its provider in lower case", () => {
    assert.deepEqual(names({ tags: { Owner: "a" } }, { defaultTags: { tags: { Cost: "b" } } }), ["cost", "owner"]);
  });

  it("reads default tags that the engine hands over as a text", () => {
    assert.deepEqual(names({}, { defaultTags: '{"tags":{"env":"dev"}}' }), ["env"]);
  });

  it("leaves out the tags of AWS", () => {
    assert.deepEqual(names({ tagsAll: { "aws:createdBy": "x", env: "dev" } }), ["env"]);
  });

  it("leaves out what the provider notes about its own defaults", () => {
    assert.deepEqual(names({ tags: { __defaults: [] } }), []);
    assert.deepEqual(names({ tags: { __defaults: [], env: "dev" } }), ["env"]);
  });

  it("cannot tell the names of unknown tags", () => {
    assert.throws(() => names({ tags: unknown }), Undecided);
  });
});
