import { strict as assert } from "node:assert";
import { tagsRequired } from "../../../policies/stack/tagsRequired";
import { brief, contextOf, judge, resourceOf, unknown } from "../../support/policy";

const type = "aws:ecr/repository:Repository";
const all = { owner: "platform", env: "dev", cost: "1234" };

describe("tags-required", () => {
  const cases: [behaviour: string, props: object, provider: object, expected: string[]][] = [
    ["passes all tags", { tags: all }, {}, []],
    ["passes other spellings", { tags: { Owner: "a", Environment: "b", "cost-center": "c" } }, {}, []],
    ["passes tags that the provider adds", {}, { defaultTags: JSON.stringify({ tags: all }) }, []],
    ["passes a tag whose value is not known yet", { tags: { ...all, owner: unknown } }, {}, []],
    ["refuses missing tags", { tags: { owner: "a" } }, {}, ["violation tags"]],
    [
      "cannot decide while the provider's tags are unknown",
      { tags: { owner: "a" } },
      { defaultTags: unknown },
      ["undecided defaultTags"],
    ],
    ["cannot decide unknown tags", { tags: unknown }, {}, ["undecided tags"]],
  ];
  for (const [behaviour, props, provider, expected] of cases) {
    it(behaviour, async () => assert.deepEqual(brief(await judge(tagsRequired, { type, props, provider })), expected));
  }

  it("names all that are missing at once", async () => {
    const what = async (tags: object) => (await judge(tagsRequired, { type, props: { tags } }))[0]?.what;
    assert.equal(await what({}), "The tags `owner`, `env`, and `cost` are missing");
    assert.equal(await what({ owner: "a", cost: "1" }), "The tag `env` is missing");
  });

  it("adds a missing tag by the spelling that the settings give a value for", () => {
    const resource = resourceOf({ type, props: { tags: { owner: "a" } } });
    const config = { required: ["owner", "env|environment"], values: { environment: "prod" } };
    const context = contextOf(tagsRequired, { config });
    assert.deepEqual(tagsRequired.remediate?.(resource, context), { tags: { owner: "a", environment: "prod" } });
  });

  it("adds missing tags whose values the settings give", () => {
    const resource = resourceOf({ type, props: { tags: { owner: "a", env: "dev" } } });
    assert.equal(tagsRequired.remediate?.(resource, contextOf(tagsRequired)), undefined);
    const context = contextOf(tagsRequired, { config: { required: ["owner", "cost"], values: { cost: "1234" } } });
    assert.deepEqual(tagsRequired.remediate?.(resource, context), { tags: { owner: "a", env: "dev", cost: "1234" } });
  });
});
