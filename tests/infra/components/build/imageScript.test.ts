import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { digestFile, imageScript } from "../../../../infra/components/build/imageScript";
import { callsOf, runScript } from "../pipeline/script";
import type { Answer } from "../pipeline/script";

const digest = `sha256:${"a".repeat(64)}`;
const variables = {
  COMMIT: "0123456789abcdef",
  RELEASE_TAG_PREFIX: "release-",
  REPOSITORY_NAME: "web",
  REPOSITORY_URI: "registry/web",
  CACHE_TAG: "buildcache-linux-arm64",
  PLATFORM: "linux/arm64",
  DOCKERFILE: "Dockerfile",
  CONTEXT_DIRECTORY: ".",
};
// Docker leaves the digest in a file: the stand-in cannot, so the test puts it there.
const build = (answers: Record<string, Answer[]>, own: Record<string, string> = {}, buildArguments = {}) =>
  runScript(
    `echo '{"containerimage.digest": "${digest}"}' >/tmp/image-metadata.json\n${imageScript({ buildArguments })}`,
    { ...variables, ...own },
    { docker: [{ out: "" }], ...answers },
  );
const absent = { "ecr.describe-images": [{ error: "An error occurred (ImageNotFoundException)" }] };

describe("imageScript", () => {
  it("builds, pushes by the commit's tag and leaves the digest", () => {
    const run = build(absent);
    assert.equal(run.code, 0, run.output);
    const [docker] = run.calls.filter(([command]) => command === "docker");
    const line = docker?.join(" ") ?? "";
    assert.match(line, /--platform linux\/arm64 .*--tag registry\/web:release-0123456789abcdef .*--push \.$/);
    assert.match(line, /--build-arg COMMIT=0123456789abcdef/);
    assert.match(line, /--attest type=sbom --attest type=provenance,mode=max/);
    assert.match(
      line,
      /--cache-to type=registry,ref=registry\/web:buildcache-linux-arm64,mode=max,image-manifest=true,oci-mediatypes=true/,
    );
    assert.equal(readFileSync(digestFile, "utf8"), digest);
  });

  it("hands build arguments over as they are", () => {
    const run = build(absent, {}, { TITLE: "it's $HOME" });
    const [docker] = run.calls.filter(([command]) => command === "docker");
    assert.ok(docker?.includes("TITLE=it's $HOME"), run.output);
  });

  it("takes the image of a commit that was built before", () => {
    const built = `sha256:${"b".repeat(64)}`;
    const run = build({ "ecr.describe-images": [{ out: built }] });
    assert.equal(run.code, 0, run.output);
    assert.deepEqual(
      run.calls.filter(([command]) => command === "docker"),
      [],
    );
    assert.equal(readFileSync(digestFile, "utf8"), built);
  });

  it("fails when the registry cannot be asked", () => {
    const run = build({ "ecr.describe-images": [{ error: "AccessDeniedException" }] });
    assert.equal(run.code, 1);
    assert.match(run.output, /AccessDeniedException/);
    assert.deepEqual(
      run.calls.filter(([command]) => command === "docker"),
      [],
    );
  });

  for (const COMMIT of ["", "main", "0123456;id"]) {
    it(`refuses ${JSON.stringify(COMMIT)} for a commit`, () => {
      const run = build(absent, { COMMIT });
      assert.equal(run.code, 1);
      assert.match(run.output, /not a commit id/);
      assert.deepEqual(callsOf(run, "ecr describe-images"), []);
    });
  }
});
