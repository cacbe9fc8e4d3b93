import { strict as assert } from "node:assert";
import { environmentOf } from "../../../../policies/shared/configuration/environment";
import type { Input } from "../../../../policies/shared/configuration/keys";

describe("the environment", () => {
  const cases: [what: string, input: Input, stack: string, tag: string | undefined, expected: string][] = [
    ["is the stack's name", {}, "dev", undefined, "dev dev known"],
    ["keeps its data in prod", {}, "prod", undefined, "prod prod known protected"],
    ["is as strict as can be for an unknown name", {}, "feature-7", undefined, "feature-7 prod protected"],
    ["is the tag's where the name is unknown", {}, "feature-7", "dev", "dev dev known"],
    ["is the stricter of name and tag", {}, "dev", "prod", "prod prod known protected"],
    ["is not made laxer by a tag", {}, "prod", "dev", "prod prod known protected"],
    ["is unknown with an unknown tag", {}, "dev", "tset", "tset prod protected"],
    ["is what the setting says", { environment: "dev" }, "feature-7", "prod", "dev dev known"],
    ["is unknown when the setting says an unknown one", { environment: "x" }, "dev", undefined, "x prod protected"],
    ["is one of the user's", { environments: { live: "prod" } }, "live", undefined, "live prod known"],
    [
      "is no default one where the user names them",
      { environments: { live: "prod" } },
      "dev",
      undefined,
      "dev prod protected",
    ],
    ["is not found among an object's own words", {}, "constructor", undefined, "constructor prod protected"],
  ];
  for (const [what, input, name, tag, expected] of cases) {
    it(what, () => {
      const made = environmentOf(input, name, new Map(tag === undefined ? [] : [["environment", tag]]));
      const words = [made.name, made.kind, made.known && "known", made.protected && "protected"].filter(Boolean);
      assert.equal(words.join(" "), expected);
    });
  }
});
