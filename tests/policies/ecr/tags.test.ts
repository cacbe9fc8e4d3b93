import { strict as assert } from "node:assert";
import { ecrTags } from "../../../policies/ecr/tags";
import { brief, contextOf, resourceOf, judge, unknown } from "../../support/policy";

const type = "aws:ecr/repository:Repository";

describe("ecr-tags", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes tags", { tags: { owner: "shop" } }, []],
    ["refuses no tags", {}, ["violation tags"]],
    ["ignores tags of AWS", { tags: { "aws:createdBy": "x" } }, ["violation tags"]],
    ["cannot decide unknown tags", { tags: unknown }, ["undecided tags"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecrTags, { type, props })), expected);
    });
  }

  it("passes tags that the provider adds", async () => {
    const provider = { defaultTags: { tags: { owner: "shop" } } };
    assert.deepEqual(await judge(ecrTags, { type, provider }), []);
  });

  it("refuses the lack of a configured tag, whatever else is there", async () => {
    const props = { tags: { Owner: "shop" } };
    assert.deepEqual(await judge(ecrTags, { type, props }, { config: { required: ["owner"] } }), []);
    const findings = await judge(ecrTags, { type, props }, { config: { required: ["cost"] } });
    assert.deepEqual(brief(findings), ["violation tags"]);
  });

  it("adds configured values, and nothing without them", () => {
    const corrected = (config: object) =>
      ecrTags.remediate?.(resourceOf({ type, props: { tags: { a: "b" } } }), contextOf(ecrTags, { config }));
    assert.deepEqual(corrected({ required: ["cost"], values: { cost: "42" } }), { tags: { a: "b", cost: "42" } });
    assert.equal(corrected({ required: ["cost"] }), undefined);
  });
});
