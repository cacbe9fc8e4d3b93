import { strict as assert } from "node:assert";
import { scanGateScript } from "../../../../infra/components/shared/scanGateScript";
import { callsOf, option, runScript } from "../pipeline/script";
import type { Answer } from "../pipeline/script";

const digest = `sha256:${"a".repeat(64)}`;
const attestation = {
  annotations: { "vnd.docker.reference.type": "attestation-manifest" },
  digest: "sha256:attestation",
};
const index = { manifests: [{ digest: "sha256:arm" }, { digest: "sha256:amd" }, attestation] };
const scan = (status: string, CRITICAL?: number, HIGH?: number) => ({
  out: {
    imageScanStatus: { status, description: "why" },
    imageScanFindings: { findingSeverityCounts: { CRITICAL, HIGH } },
  },
});
const gate = (scans: Answer[], own: Record<string, string> = {}, manifest: object = { layers: [] }) =>
  runScript(
    scanGateScript,
    {
      REPOSITORY_NAME: "web",
      IMAGE_DIGEST: digest,
      MAXIMUM_CRITICAL: "0",
      MAXIMUM_HIGH: "2",
      SCAN_TIMEOUT_SECONDS: "30",
      ...own,
    },
    { "ecr.batch-get-image": [{ out: manifest }], "ecr.describe-image-scan-findings": scans },
  );
const notFound = { error: "An error occurred (ScanNotFoundException)" };

describe("scanGateScript", () => {
  const table: [string, Answer[], number, RegExp][] = [
    ["passes a clean image", [scan("COMPLETE")], 0, /0 critical \(at most 0\), 0 high \(at most 2\)/],
    ["passes an image at its limits", [scan("ACTIVE", 0, 2)], 0, /2 high/],
    ["refuses one high finding too many", [scan("COMPLETE", 0, 3)], 1, /Too many vulnerabilities/],
    ["refuses a critical finding", [scan("COMPLETE", 1, 0)], 1, /Too many vulnerabilities/],
    [
      "waits for a scan that has not begun and for one under way",
      [notFound, scan("IN_PROGRESS"), scan("COMPLETE")],
      0,
      /0 critical/,
    ],
    ["refuses an image that cannot be scanned", [scan("UNSUPPORTED_IMAGE")], 1, /is UNSUPPORTED_IMAGE: why/],
    ["refuses a scan that failed", [scan("FAILED")], 1, /is FAILED: why/],
    ["fails when the registry cannot be asked", [{ error: "AccessDeniedException" }], 1, /AccessDeniedException/],
  ];
  for (const [behaviour, scans, code, output] of table) {
    it(behaviour, () => {
      const run = gate(scans);
      assert.equal(run.code, code, run.output);
      assert.match(run.output, output);
    });
  }

  it("gives up on a scan that never comes", () => {
    const run = gate([notFound], { SCAN_TIMEOUT_SECONDS: "0" });
    assert.equal(run.code, 1);
    assert.match(run.output, /did not finish within 0 seconds\. Is scan on push on\?/);
  });

  it("looks at every platform of an index and at no attestation", () => {
    const run = gate([scan("COMPLETE")], {}, index);
    assert.equal(run.code, 0, run.output);
    const scanned = callsOf(run, "ecr describe-image-scan-findings").map((call) => option(call, "--image-id"));
    assert.deepEqual(scanned, ["imageDigest=sha256:arm", "imageDigest=sha256:amd"]);
  });

  it("refuses an index in which only one platform is clean", () => {
    assert.equal(gate([scan("COMPLETE"), scan("COMPLETE", 1)], {}, index).code, 1);
  });

  it("refuses an index without images", () => {
    assert.match(gate([], {}, { manifests: [attestation] }).output, /holds no image to scan/);
  });
});
