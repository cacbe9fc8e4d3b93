import { strict as assert } from "node:assert";
import { verifyScript } from "../../../../infra/components/pipeline/verifyScript";
import { callsOf, option, runScript } from "./script";
import type { Answer } from "./script";

const digest = `sha256:${"a".repeat(64)}`;
const platform = `sha256:${"b".repeat(64)}`;
const other = `sha256:${"c".repeat(64)}`;
const variables = {
  CLUSTER_NAME: "web",
  SERVICE_NAME: "web",
  CONTAINER_NAME: "app",
  REPOSITORY_NAME: "web",
  IMAGE_DIGEST: digest,
  IMAGE_PARAMETER_NAME: "/web/image-digest",
  ENVIRONMENT_TAG_PREFIX: "env-",
  ENVIRONMENT_NAME: "prod",
};
const index = { mediaType: "application/vnd.oci.image.index.v1+json", manifests: [{ digest: platform }] };
const deployment = (createdAt: string, status: string) => ({ createdAt, status, statusReason: "because" });
const tasks = (...digests: string[]) => ({
  out: {
    tasks: digests.map((imageDigest, at) => ({
      taskArn: `task/${at}`,
      lastStatus: "RUNNING",
      containers: [
        { name: "app", imageDigest },
        { name: "sidecar", imageDigest: "sha256:none" },
      ],
    })),
  },
});
const absent = { error: "An error occurred (ImageNotFoundException)" };

describe("verifyScript", () => {
  const verify = (own: Record<string, Answer[]> = {}) =>
    runScript(verifyScript, variables, {
      "ecs.list-service-deployments": [{ out: { serviceDeployments: [deployment("2026-01-01", "SUCCESSFUL")] } }],
      "ecr.batch-get-image": [{ out: index }],
      "ecs.list-tasks": [{ out: { taskArns: ["task/0", "task/1"] } }],
      "ecs.describe-tasks": [tasks(digest, platform)],
      "ecr.describe-images": [absent],
      "ecr.put-image": [{ out: {} }],
      "ssm.put-parameter": [{ out: {} }],
      ...own,
    });
  const untouched = (run: ReturnType<typeof verify>) => {
    assert.deepEqual(callsOf(run, "ssm put-parameter"), []);
    assert.deepEqual(callsOf(run, "ecr put-image"), []);
  };

  it("accepts the digest of the index and that of its platform, and records the digest", () => {
    const run = verify();
    assert.equal(run.code, 0, run.output);
    const [put] = callsOf(run, "ssm put-parameter");
    assert.deepEqual([option(put, "--name"), option(put, "--value")], ["/web/image-digest", digest]);
  });

  it("tags the image as what the environment runs, with its manifest unchanged", () => {
    const [put, ...more] = callsOf(verify(), "ecr put-image");
    assert.deepEqual([option(put, "--image-tag"), option(put, "--image-digest")], ["env-prod", digest]);
    assert.equal(option(put, "--image-manifest"), JSON.stringify(index));
    assert.equal(option(put, "--image-manifest-media-type"), index.mediaType);
    assert.deepEqual(more, []);
  });

  it("keeps a tag on the image that ran before", () => {
    const run = verify({ "ecr.describe-images": [{ out: other }] });
    assert.equal(run.code, 0, run.output);
    const tags = callsOf(run, "ecr put-image").map((call) => [
      option(call, "--image-tag"),
      option(call, "--image-digest"),
    ]);
    assert.deepEqual(tags, [
      ["env-prod-previous", other],
      ["env-prod", digest],
    ]);
  });

  it("leaves the tags alone when the image ran before already", () => {
    const run = verify({ "ecr.describe-images": [{ out: digest }] });
    assert.equal(run.code, 0, run.output);
    assert.deepEqual(callsOf(run, "ecr put-image"), []);
  });

  it("fails when a task runs another image", () => {
    const run = verify({ "ecs.describe-tasks": [tasks(digest, other)] });
    assert.equal(run.code, 1);
    assert.match(run.output, new RegExp(`task/1 runs ${other}`));
    untouched(run);
  });

  for (const status of ["ROLLBACK_SUCCESSFUL", "IN_PROGRESS"]) {
    it(`fails when the newest deployment is ${status}`, () => {
      const serviceDeployments = [deployment("2026-01-02", status), deployment("2026-01-01", "SUCCESSFUL")];
      const run = verify({ "ecs.list-service-deployments": [{ out: { serviceDeployments } }] });
      assert.equal(run.code, 1);
      assert.match(run.output, new RegExp(`newest deployment is ${status}: because`));
      untouched(run);
    });
  }

  it("fails when nothing runs", () => {
    const run = verify({ "ecs.list-tasks": [{ out: { taskArns: [] } }] });
    assert.equal(run.code, 1);
    assert.match(run.output, /No task of web runs/);
    untouched(run);
  });

  it("fails when the registry cannot be asked", () => {
    const run = verify({ "ecr.describe-images": [{ error: "AccessDeniedException" }] });
    assert.notEqual(run.code, 0);
    assert.match(run.output, /AccessDeniedException/);
    untouched(run);
  });
});
