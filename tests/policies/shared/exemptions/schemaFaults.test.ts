import { strict as assert } from "node:assert";
import { parseExemptions } from "../../../../policies/shared/exemptions/read";
import { probes } from "../../wire/probe/controls";

const circle = { controls: probes, now: new Date("2026-06-01T12:00:00Z"), stackName: "dev", projectName: "shop" };

describe("an exemption file of another form", () => {
  const forms: [what: string, text: string, problem: RegExp][] = [
    ["broken JSON", '{"exemptions": [', /^Exemptions: x is neither JSON nor YAML: /],
    [
      "a repeated key",
      '{"exemptions": [], "exemptions": []}',
      /^Exemptions: x is neither JSON nor YAML: Map keys must be unique/,
    ],
    [
      "a list at the top",
      "[]",
      /^Exemptions: x: the file is of the wrong kind\. Write the file as `exemptions: a list of records`\.$/,
    ],
    [
      "an empty file",
      "",
      /^Exemptions: x: the file is of the wrong kind\. Write the file as `exemptions: a list of records`\.$/,
    ],
    [
      "a misspelt top key",
      '{"exemption": []}',
      /exemptions is missing\. [^]*exemption is unknown\. Did you mean `exemptions`\?/,
    ],
    ["a text instead of a list", '{"exemptions": "none"}', /^Exemptions: x: the value is of the wrong kind\./],
    [
      "a list with nothing in it",
      '{"exemptions": [null]}',
      /number 1: it is no record\. Write it as a map of fields\.$/,
    ],
  ];
  for (const [what, text, problem] of forms) {
    it(`is refused as ${what}`, () => {
      const { exemptions, problems } = parseExemptions(text, "x", circle);
      assert.equal(exemptions, undefined);
      assert.match(problems.join("\n"), problem);
    });
  }
});
