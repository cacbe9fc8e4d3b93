import { strict as assert } from "node:assert";
import fc from "fast-check";
import { lifecycleDocument, lifecycleRules } from "../../../../infra/components/registry/lifecycle";
import { evictions } from "./evictions";
import type { Image } from "./evictions";

const rules = lifecycleRules({ releases: 3, untaggedDays: 7 });
const image = (digest: string, pushed: number, ...tags: string[]): Image => ({ digest, tags, pushed });
const releases = (count: number) =>
  Array.from({ length: count }, (_, day) => image(`sha256:${day}`, day, `release-${day}`));

describe("repository lifecycle", () => {
  const cases: [string, Image[], string[]][] = [
    ["expires the oldest builds beyond the limit", releases(5), ["sha256:0", "sha256:1"]],
    ["keeps as many builds as the limit says", releases(3), []],
    [
      "keeps an old image that an environment runs",
      [image("live", -1, "release-x", "env-prod"), ...releases(5)],
      ["sha256:0", "sha256:1"],
    ],
    [
      "keeps an old image that an environment ran before",
      [image("before", -1, "release-x", "env-prod-previous"), ...releases(5)],
      ["sha256:0", "sha256:1"],
    ],
    [
      "keeps an old image that is promoted",
      [image("next", -1, "release-x", "promoted"), ...releases(5)],
      ["sha256:0", "sha256:1"],
    ],
    ["keeps layer caches", [image("cache", -500, "buildcache"), ...releases(1)], []],
    ["expires leftovers after a week", [image("old", 92), image("new", 93), image("newest", 100)], ["old"]],
    ["keeps tags that nobody declared", [image("mystery", -500, "v1")], []],
  ];
  for (const [what, images, expected] of cases) {
    it(what, () => assert.deepEqual([...evictions(rules, images, 100)].sort(), expected));
  }

  it("never lets go of what runs, what ran before or what is promoted, whatever happened in between", () => {
    const event = fc.oneof(
      fc.constant({ kind: "build" as const }),
      fc.record({
        kind: fc.constant("deploy" as const),
        environment: fc.constantFrom("dev", "prod"),
        age: fc.nat(200),
      }),
      fc.record({ kind: fc.constant("promote" as const), age: fc.nat(200) }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 120 }), fc.integer({ min: 2, max: 5 }), (events, kept) => {
        const policy = lifecycleRules({ releases: kept, untaggedDays: 1 });
        let images: Image[] = [];
        events.forEach((happened, today) => {
          if (happened.kind === "build" || images.length === 0) {
            images.push(image(`sha256:${today}`, today, `release-${today}`));
          } else {
            const target = images[happened.age % images.length] as Image;
            if (happened.kind === "promote") move(images, "promoted", target);
            else deploy(images, happened.environment, target);
          }
          const pointed = images.filter(({ tags }) => tags.some((tag) => !tag.startsWith("release-")));
          const gone = evictions(policy, images, today);
          assert.deepEqual(
            pointed.filter(({ digest }) => gone.has(digest)),
            [],
          );
          images = images.filter(({ digest }) => !gone.has(digest));
        });
      }),
    );
  });

  it("has no rule for any image and none for the age of a tagged one", () => {
    for (const { selection } of rules) {
      assert.ok(selection.tagStatus === "untagged" || selection.countType === "imageCountMoreThan");
    }
  });

  it("numbers its rules without gaps and gives each its own tags", () => {
    assert.deepEqual(
      rules.map(({ rulePriority }) => rulePriority),
      [1, 2, 3, 4, 5],
    );
    const prefixes = rules.flatMap(({ selection }) =>
      selection.tagStatus === "tagged" ? selection.tagPrefixList : [],
    );
    assert.deepEqual(prefixes, ["env-", "promoted", "release-", "buildcache"]);
  });

  it("is written in ECR's format", () => {
    const { rules: written } = JSON.parse(lifecycleDocument({ releases: 30, untaggedDays: 7 }));
    assert.deepEqual(written[2], {
      rulePriority: 3,
      description: "Keep the newest builds",
      selection: { tagStatus: "tagged", tagPrefixList: ["release-"], countType: "imageCountMoreThan", countNumber: 30 },
      action: { type: "expire" },
    });
  });
});

function move(images: Image[], tag: string, to: Image): void {
  for (const { tags } of images) {
    const at = tags.indexOf(tag);
    if (at >= 0) tags.splice(at, 1);
  }
  to.tags.push(tag);
}

function deploy(images: Image[], environment: string, target: Image): void {
  const live = images.find(({ tags }) => tags.includes(`env-${environment}`));
  if (live === target) return;
  if (live) move(images, `env-${environment}-previous`, live);
  move(images, `env-${environment}`, target);
}
