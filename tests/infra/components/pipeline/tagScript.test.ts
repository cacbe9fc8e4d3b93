import { strict as assert } from "node:assert";
import { promoteScript } from "../../../../infra/components/pipeline/tagScript";
import { callsOf, option, runScript } from "./script";
import type { Answer } from "./script";

const digest = `sha256:${"a".repeat(64)}`;
const manifest = { mediaType: "application/vnd.oci.image.manifest.v1+json", layers: [] };

describe("promoteScript", () => {
  const promote = (own: Record<string, Answer[]> = {}) =>
    runScript(
      promoteScript,
      { REPOSITORY_NAME: "web", IMAGE_DIGEST: digest, PROMOTED_TAG: "promoted" },
      { "ecr.batch-get-image": [{ out: manifest }], "ecr.put-image": [{ out: {} }], ...own },
    );

  it("moves the tag to the digest", () => {
    const run = promote();
    assert.equal(run.code, 0, run.output);
    const [put] = callsOf(run, "ecr put-image");
    assert.deepEqual([option(put, "--image-tag"), option(put, "--image-digest")], ["promoted", digest]);
  });

  it("is content when the tag is there already", () => {
    const run = promote({ "ecr.put-image": [{ error: "(ImageAlreadyExistsException) already exists" }] });
    assert.equal(run.code, 0, run.output);
  });

  it("fails when the tag may not move", () => {
    const run = promote({ "ecr.put-image": [{ error: "(ImageTagAlreadyExistsException) immutable" }] });
    assert.equal(run.code, 1);
    assert.match(run.output, /ImageTagAlreadyExistsException/);
  });

  it("fails when the image is gone", () => {
    const run = promote({ "ecr.batch-get-image": [{ out: "None" }] });
    assert.equal(run.code, 1);
    assert.match(run.output, /is not in web: nothing to tag as promoted/);
    assert.deepEqual(callsOf(run, "ecr put-image"), []);
  });
});
