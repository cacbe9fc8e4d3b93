import { strict as assert } from "node:assert";
import { ecrImmutableTags } from "../../../policies/ecr/immutableTags";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecr/repository:Repository";

describe("ecr-immutable-tags", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes immutable tags", { imageTagMutability: "IMMUTABLE" }, []],
    [
      "passes agreed exclusions",
      {
        imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
        imageTagMutabilityExclusionFilters: [{ filter: "env-*" }, { filter: "buildcache-amd64*" }],
      },
      [],
    ],
    [
      "refuses other exclusions",
      {
        imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
        imageTagMutabilityExclusionFilters: [{ filter: "promoted" }, { filter: "latest" }],
      },
      ["violation imageTagMutabilityExclusionFilters[1].filter"],
    ],
    [
      "refuses to exclude everything",
      { imageTagMutability: "IMMUTABLE_WITH_EXCLUSION", imageTagMutabilityExclusionFilters: [{ filter: "*" }] },
      ["violation imageTagMutabilityExclusionFilters[0].filter"],
    ],
    ["refuses an absent setting, which AWS takes as mutable", {}, ["violation imageTagMutability"]],
    [
      "refuses mutable tags with exclusions",
      { imageTagMutability: "MUTABLE_WITH_EXCLUSION" },
      ["violation imageTagMutability"],
    ],
    ["cannot decide an unknown setting", { imageTagMutability: unknown }, ["undecided imageTagMutability"]],
    [
      "cannot decide unknown filters",
      { imageTagMutability: "IMMUTABLE_WITH_EXCLUSION", imageTagMutabilityExclusionFilters: unknown },
      ["undecided imageTagMutabilityExclusionFilters"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecrImmutableTags, { type, props })), expected);
    });
  }

  it("takes the agreed tags from its settings", async () => {
    const filters = [{ filter: "latest" }];
    const props = { imageTagMutability: "IMMUTABLE_WITH_EXCLUSION", imageTagMutabilityExclusionFilters: filters };
    assert.deepEqual(await judge(ecrImmutableTags, { type, props }, { config: { movingTags: ["latest"] } }), []);
  });
});
