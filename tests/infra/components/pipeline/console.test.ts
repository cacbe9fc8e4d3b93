import { strict as assert } from "node:assert";
import { consoleUrl, describeNextStep } from "../../../../infra/components/pipeline/console";

const connection = { repositoryId: "octo/web" };

describe("describeNextStep", () => {
  const table: [string, string, Parameters<typeof describeNextStep>[2], RegExp][] = [
    [
      "confirm a connection first",
      "PENDING",
      { connection },
      /^Confirm the connection: open https:\/\/eu-west-1\.console/,
    ],
    ["push to the default branch", "AVAILABLE", { connection }, /^Push to main of octo\/web\.$/],
    [
      "push to the named branch",
      "",
      { connection: { ...connection, branch: "stable" } },
      /^Push to stable of octo\/web\.$/,
    ],
    ["push to CodeCommit", "", { codeCommit: { repositoryName: "web" } }, /^Push to main of web\.$/],
    ["wait for a promotion", "", {}, /^Let the previous environment promote an image\.$/],
  ];
  for (const [behaviour, status, source, text] of table) {
    it(`says to ${behaviour}`, () => assert.match(describeNextStep("eu-west-1", status, source), text));
  }
});

describe("consoleUrl", () => {
  it("leads to the pipeline in its region", () => {
    const url = "https://eu-west-1.console.aws.amazon.com/codesuite/codepipeline/pipelines/web/view?region=eu-west-1";
    assert.equal(consoleUrl("eu-west-1", "web"), url);
  });
});
