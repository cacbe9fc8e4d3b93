import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { imageBuildspec } from "../../../../infra/components/build/imageBuildspec";
import { renderBuildspec } from "../../../../infra/components/shared/buildspec";
import type { BuildspecOptions } from "../../../../infra/components/build/imageBuildspec";

const options: BuildspecOptions = {
  contextDirectory: "app",
  testCommands: ["npm ci", "npm run test:ci"],
  reportFiles: ["reports/*.xml"],
  runtimeVersions: {},
  buildArguments: {},
};
const commands = (own: Partial<BuildspecOptions> = {}) =>
  Object.values(imageBuildspec({ ...options, ...own }).phases).flatMap((phase) => phase.commands);

describe("imageBuildspec", () => {
  it("tests, then builds, then gates, and stops at the first failure", () => {
    const { phases } = imageBuildspec(options);
    assert.deepEqual(Object.keys(phases), ["install", "pre_build", "build", "post_build"]);
    assert.deepEqual(phases.pre_build?.commands, ['cd "$CODEBUILD_SRC_DIR"/app', "npm ci", "npm run test:ci"]);
    for (const phase of Object.values(phases)) assert.equal(phase["on-failure"], "ABORT");
  });

  it("hands the digest on", () => {
    assert.deepEqual(imageBuildspec(options).env["exported-variables"], ["IMAGE_DIGEST", "IMAGE_URI", "COMMIT"]);
  });

  it("builds on a driver that can keep a cache, in a registry without rate limits when given one", () => {
    assert.ok(commands().includes("docker buildx create --use --name delivery --driver docker-container"));
    const [, create] = commands({ buildkitImage: "registry/buildkit:1" });
    assert.match(create ?? "", /--driver-opt image=registry\/buildkit:1$/);
  });

  it("names runtimes only when asked", () => {
    assert.equal(imageBuildspec(options).phases.install?.["runtime-versions"], undefined);
    const { install } = imageBuildspec({ ...options, runtimeVersions: { nodejs: "24" } }).phases;
    assert.deepEqual(install?.["runtime-versions"], { nodejs: "24" });
  });

  it("reports tests only when they write reports", () => {
    assert.deepEqual(imageBuildspec(options).reports, {
      tests: { files: ["reports/*.xml"], "base-directory": "app", "file-format": "JUNITXML" },
    });
    assert.equal(imageBuildspec({ ...options, reportFiles: [] }).reports, undefined);
  });

  it("is shell from end to end, whatever the options hold", () => {
    const hostile = `it's "$(rm -rf /)" \`id\`; true`;
    const all = commands({
      contextDirectory: hostile,
      buildArguments: { TITLE: hostile },
      buildkitImage: hostile,
      sbomImage: hostile,
    });
    for (const command of all) {
      const { status, stderr } = spawnSync("bash", ["-n", "-c", command], { encoding: "utf8" });
      assert.equal(status, 0, `${command}\n${stderr}`);
    }
  });

  it("renders what it built", () => {
    assert.deepEqual(
      JSON.parse(renderBuildspec(imageBuildspec(options))),
      JSON.parse(JSON.stringify(imageBuildspec(options))),
    );
  });
});
