import { strict as assert } from "node:assert";
import { createHash } from "node:crypto";
import { originScript } from "../../../../infra/components/pipeline/originScript";
import { callsOf, runScript } from "./script";
import type { Answer } from "./script";

const digest = `sha256:${"a".repeat(64)}`;
const platform = `sha256:${"b".repeat(64)}`;
const commit = "0123456789abcdef";
const statement = (subject: string, own: object) =>
  JSON.stringify({ subject: [{ digest: { sha256: subject.replace("sha256:", "") } }], predicate: own });
const provenance = statement(platform, {
  buildDefinition: { externalParameters: { request: { args: { "build-arg:COMMIT": commit } } } },
});
const bill = statement(platform, { packages: [] });
const sha = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
const layer = (predicate: string, text: string) => ({
  digest: sha(text),
  annotations: { "in-toto.io/predicate-type": predicate },
});
const attestations = (...layers: object[]) => ({ out: { layers } });
const both = attestations(
  layer("https://slsa.dev/provenance/v1", provenance),
  layer("https://spdx.dev/Document", bill),
);
const index = {
  manifests: [
    { digest: platform, platform: { architecture: "arm64" } },
    {
      digest: "sha256:attestation",
      annotations: { "vnd.docker.reference.type": "attestation-manifest", "vnd.docker.reference.digest": platform },
    },
  ],
};
const tags = (...imageTags: string[]) => ({ out: { imageDetails: [{ imageTags }] } });

describe("originScript", () => {
  const check = (own: Record<string, Answer[]> = {}, more: Record<string, string> = {}) =>
    runScript(
      originScript,
      {
        REPOSITORY_NAME: "web",
        IMAGE_DIGEST: digest,
        RELEASE_TAG_PREFIX: "release-",
        REQUIRE_SIGNATURE: "true",
        REQUIRE_PROVENANCE: "true",
        ...more,
      },
      {
        "ecr.describe-images": [tags("promoted", `release-${commit}`)],
        "ecr.describe-image-signing-status": [{ out: { signingStatuses: [{ status: "COMPLETE" }] } }],
        "ecr.batch-get-image": [{ out: index }, both],
        "ecr.get-download-url-for-layer": [{ out: "https://layer" }],
        curl: [{ out: provenance }, { out: bill }],
        ...own,
      },
    );

  it("lets a signed release with its papers through", () => {
    const run = check();
    assert.equal(run.code, 0, run.output);
    assert.match(run.output, new RegExp(`${digest} is release ${commit}`));
  });

  const other = statement(digest, {});
  const table: [string, Record<string, Answer[]>, RegExp][] = [
    ["an image that no build released", { "ecr.describe-images": [tags("promoted")] }, /no tag release-<commit>/],
    [
      "an image without signature",
      { "ecr.describe-image-signing-status": [{ out: { signingStatuses: [] } }] },
      /not signed/,
    ],
    [
      "an image whose signing failed",
      {
        "ecr.describe-image-signing-status": [
          { out: { signingStatuses: [{ status: "COMPLETE" }, { status: "FAILED" }] } },
        ],
      },
      /not signed/,
    ],
    ["an image without attestations", { "ecr.batch-get-image": [{ out: { layers: [] } }] }, /no attestations/],
    [
      "a platform without attestation",
      { "ecr.batch-get-image": [{ out: { manifests: [index.manifests[0]] } }] },
      /no attestation for sha256:b/,
    ],
    [
      "an image without SBOM",
      { "ecr.batch-get-image": [{ out: index }, attestations(layer("https://slsa.dev/provenance/v1", provenance))] },
      /no statement https:\/\/spdx\.dev\/Document/,
    ],
    ["a statement that was changed", { curl: [{ out: `${provenance} ` }] }, /was changed on the way/],
    [
      "a statement about another image",
      {
        "ecr.batch-get-image": [{ out: index }, attestations(layer("https://slsa.dev/provenance/v1", other))],
        curl: [{ out: other }],
      },
      /is about another image/,
    ],
    [
      "provenance of another commit",
      { "ecr.describe-images": [tags("release-fedcba9876543210")] },
      /does not name commit fedcba9876543210/,
    ],
    [
      "what AWS does not answer",
      { "ecr.describe-images": [{ error: "AccessDeniedException" }] },
      /AccessDeniedException/,
    ],
  ];
  for (const [subject, own, reason] of table) {
    it(`refuses ${subject}`, () => {
      const run = check(own);
      assert.notEqual(run.code, 0);
      assert.match(run.output, reason);
    });
  }

  it("asks for neither signature nor provenance where they are not required", () => {
    const run = check({}, { REQUIRE_SIGNATURE: "false", REQUIRE_PROVENANCE: "false" });
    assert.equal(run.code, 0, run.output);
    assert.deepEqual(callsOf(run, "ecr describe-image-signing-status"), []);
    assert.deepEqual(callsOf(run, "ecr batch-get-image"), []);
  });
});
