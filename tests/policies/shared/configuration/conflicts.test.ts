import { strict as assert } from "node:assert";
import { conflicts } from "../../../../policies/shared/configuration/conflicts";

describe("settings together", () => {
  it("are right when every file has a path of its own", () => {
    assert.deepEqual(conflicts({}), []);
    assert.deepEqual(conflicts({ exemptions: "e.yaml", reportJson: "r.json", reportSarif: "r.sarif" }), []);
  });

  it("are wrong when a report would take the place of another, or of the exemptions", () => {
    assert.deepEqual(conflicts({ reportJson: "out/r.json", reportHtml: "./out/r.json" }), [
      "`reportJson` and `reportHtml` name the same file, ./out/r.json. Set one of them to another.",
    ]);
    assert.deepEqual(conflicts({ exemptions: "e.yaml", reportSarif: "e.yaml" }), [
      "`exemptions` and `reportSarif` name the same file, e.yaml. Set one of them to another.",
    ]);
  });
});
