import { strict as assert } from "node:assert";
import { choice, flag, integer, list, object, text } from "../../infra/configKinds";
import type { Kind } from "../../infra/configKinds";
import { problem } from "../../infra/configReader";
import { settingKeys } from "../../infra/settings";

const word = text("a word", /^\w+$/, "word");
const pair = object({ left: word, right: word }, ["right"]);

describe("kinds of config values", () => {
  const table: [string, Kind<unknown>, string, unknown][] = [
    ["a word", word, "abc", "abc"],
    ["two words", word, "a b", undefined],
    ["a member", choice(["red", "blue"]), "blue", "blue"],
    ["a member in capitals", choice(["red", "blue"]), "BLUE", undefined],
    ["a number within limits", integer(1, 9, 1), "9", 9],
    ["a number beyond limits", integer(1, 9, 1), "10", undefined],
    ["a broken number", integer(1, 9, 1), "1.5", undefined],
    ["blanks as number", integer(0, 9, 1), " ", undefined],
    ["true", flag, "true", true],
    ["yes", flag, "yes", undefined],
    ["a list", list(word), '["a","b"]', ["a", "b"]],
    ["a list with a wrong item", list(word), '["a","b c"]', undefined],
    ["a list of numbers", list(integer(1, 9, 1)), "[1,2]", [1, 2]],
    ["text as list", list(word), "a,b", undefined],
    ["an object", pair, '{"left":"a","right":"b"}', { left: "a", right: "b" }],
    ["an object without an optional field", pair, '{"left":"a"}', { left: "a" }],
    ["an object without a required field", pair, '{"right":"b"}', undefined],
    ["an object with a field too many", pair, '{"left":"a","middle":"b"}', undefined],
    ["a list as object", pair, "[]", undefined],
    ["null as object", pair, "null", undefined],
  ];
  for (const [what, kind, given, expected] of table) {
    it(`${expected === undefined ? "refuse" : "accept"} ${what}`, () => assert.deepEqual(kind.parse(given), expected));
  }

  it("describe a list and an object by what they hold", () => {
    assert.equal(list(word).expectation, "a list, each item a word");
    assert.equal(pair.expectation, "an object with left (a word), right (a word)");
  });

  it("set one part of a list or an object by its path", () => {
    const command = (kind: Kind<unknown>) => problem("p", "key", "is not set", kind).command;
    assert.equal(command(list(word)), "pulumi config set --path 'p:key[0]' word");
    assert.equal(command(list(pair)), "pulumi config set --path 'p:key[0].left' word");
  });

  for (const [name, { kind }] of Object.entries(settingKeys)) {
    it(`suggest a value for ${name} that would be accepted`, () => {
      if (kind.path === "") assert.notEqual(kind.parse(kind.example), undefined, kind.example);
    });
  }
});
