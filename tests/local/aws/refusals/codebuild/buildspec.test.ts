import { strict as assert } from "node:assert";
import { buildspecProblems } from "../../../../../local/aws/refusals/codebuild/buildspec";

const legal = `version: 0.2
env:
  shell: bash
  variables: { A: "1" }
phases:
  install:
    runtime-versions: { nodejs: 22 }
    on-failure: ABORT
  build:
    commands:
      - npm ci
      - |
        docker build .
    finally: [echo done]
reports:
  tests: { files: [junit.xml] }
artifacts: { files: [image.json] }
cache: { paths: [node_modules/**/*] }
`;

describe("codebuild/buildspec", () => {
  it("accepts the whole grammar", () => assert.deepEqual(buildspecProblems(legal), []));
  it("accepts JSON", () =>
    assert.deepEqual(buildspecProblems('{"version":0.2,"phases":{"build":{"commands":["make"]}}}'), []));
  it("does not look into files", () => {
    assert.deepEqual(buildspecProblems("ci/buildspec.yml"), []);
    assert.deepEqual(buildspecProblems("arn:aws:s3:::bucket/buildspec.yml"), []);
    assert.deepEqual(buildspecProblems(""), []);
  });

  const refused: [string, string, RegExp][] = [
    ["tabs", "version: 0.2\nphases:\n\tbuild: {}\n", /not YAML/],
    ["a list", "- version: 0.2\n- phases\n", /must be a YAML mapping/],
    ["no version", "phases:\n  build:\n    commands: [make]\n", /no version/],
    ["another version", "version: 2\nphases: {}\n", /its version is 2/],
    ["no phases", "version: 0.2\n", /no phases/],
    ["another phase", "version: 0.2\nphases:\n  test:\n    commands: [make]\n", /unknown element test/],
    ["another element", "version: 0.2\nphase: {}\nphases: {}\n", /did you mean phases\?/],
    [
      "a command that reads as a mapping",
      "version: 0.2\nphases:\n  build:\n    commands:\n      - echo a: b\n",
      /list of texts/,
    ],
  ];
  for (const [title, text, problem] of refused)
    it(`refuses ${title}`, () => assert.match(buildspecProblems(text).join("; "), problem));
});
