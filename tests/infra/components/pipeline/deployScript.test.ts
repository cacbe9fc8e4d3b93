import { strict as assert } from "node:assert";
import { deployScript } from "../../../../infra/components/pipeline/deployScript";
import { callsOf, option, runScript } from "./script";
import type { Answer } from "./script";

const digest = `sha256:${"a".repeat(64)}`;
const variables = {
  CLUSTER_NAME: "web",
  SERVICE_NAME: "web",
  TASK_FAMILY: "web",
  CONTAINER_NAME: "app",
  REPOSITORY_URI: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web",
  IMAGE_DIGEST: digest,
  DEPLOY_TIMEOUT_SECONDS: "60",
};
const arn = (id: string) => `arn:aws:ecs:eu-west-1:123456789012:service-deployment/web/web/${id}`;
const deployments = (...ids: string[]) => ({
  out: { serviceDeployments: ids.map((id) => ({ serviceDeploymentArn: arn(id), createdAt: `2026-01-0${id}` })) },
});
const described = (status: string, statusReason?: string) => ({
  out: { serviceDeployments: [{ status, statusReason }] },
});
const container = {
  name: "app",
  image: "bootstrap",
  command: ["node"],
  dockerLabels: { "container-delivery.bootstrap": "true" },
};
const definition = (...containers: object[]) => ({
  out: {
    taskDefinition: {
      family: "web",
      revision: 7,
      status: "ACTIVE",
      cpu: "256",
      pidMode: null,
      containerDefinitions: containers,
      registeredBy: "somebody",
    },
    tags: [{ key: "owner", value: "web" }],
  },
});

describe("deployScript", () => {
  const deploy = (...states: Answer[]) => answers({ "ecs.describe-service-deployments": states });
  const answers = (own: Record<string, Answer[]>, more: Record<string, string> = {}) =>
    runScript(
      deployScript,
      { ...variables, ...more },
      {
        "ecs.describe-task-definition": [definition(container, { name: "sidecar", image: "other" })],
        "ecs.list-service-deployments": [deployments("1"), deployments("1"), deployments("2", "1")],
        "ecs.register-task-definition": [{ out: "arn:task-definition/web:8\n" }],
        "ecs.update-service": [{ out: {} }],
        "ecs.stop-service-deployment": [{ out: {} }],
        ...own,
      },
    );

  it("succeeds when the deployment that it started succeeds", () => {
    const run = deploy(described("PENDING"), described("IN_PROGRESS"), described("SUCCESSFUL"));
    assert.equal(run.code, 0, run.output);
    assert.equal(option(callsOf(run, "ecs update-service")[0], "--task-definition"), "arn:task-definition/web:8");
    assert.equal(option(callsOf(run, "ecs describe-service-deployments")[0], "--service-deployment-arns"), arn("2"));
  });

  it("registers the newest revision with the digest, without what only bootstrapping needed", () => {
    const run = deploy(described("SUCCESSFUL"));
    const registered = JSON.parse(option(callsOf(run, "ecs register-task-definition")[0], "--cli-input-json") ?? "");
    assert.deepEqual(registered, {
      family: "web",
      containerDefinitions: [
        { name: "app", image: `${variables.REPOSITORY_URI}@${digest}` },
        { name: "sidecar", image: "other" },
      ],
      cpu: "256",
      tags: [{ key: "owner", value: "web" }],
    });
  });

  for (const status of ["ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL", "STOPPED", "SOMETHING_NEW"]) {
    it(`fails at once, with ECS's reason, when the deployment is ${status}`, () => {
      const run = deploy(
        described("IN_PROGRESS"),
        described(status, "alarm web-deployment-errors"),
        described("SUCCESSFUL"),
      );
      assert.equal(run.code, 1);
      assert.match(run.output, new RegExp(`is ${status}: alarm web-deployment-errors`));
      assert.equal(callsOf(run, "ecs describe-service-deployments").length, 2);
    });
  }

  it("asks ECS to roll back when the deployment takes too long", () => {
    const run = answers(
      {
        "ecs.list-service-deployments": [deployments("1"), deployments("2", "1")],
        "ecs.describe-service-deployments": [described("IN_PROGRESS")],
      },
      { DEPLOY_TIMEOUT_SECONDS: "0" },
    );
    assert.equal(run.code, 1);
    const [stop] = callsOf(run, "ecs stop-service-deployment");
    assert.deepEqual([option(stop, "--service-deployment-arn"), option(stop, "--stop-type")], [arn("2"), "ROLLBACK"]);
  });

  it("never takes an older deployment for its own", () => {
    const run = answers(
      {
        "ecs.list-service-deployments": [deployments("1")],
        "ecs.describe-service-deployments": [described("SUCCESSFUL")],
      },
      { DEPLOY_TIMEOUT_SECONDS: "0" },
    );
    assert.equal(run.code, 1);
    assert.equal(callsOf(run, "ecs describe-service-deployments").length, 0);
    assert.equal(callsOf(run, "ecs stop-service-deployment").length, 0);
  });

  it("deploys a service that was never deployed before", () => {
    const run = answers({
      "ecs.list-service-deployments": [{ out: { serviceDeployments: [] } }, deployments("1")],
      "ecs.describe-service-deployments": [described("SUCCESSFUL")],
    });
    assert.equal(run.code, 0, run.output);
  });

  it("refuses a tag in place of a digest before it changes anything", () => {
    const run = answers({}, { IMAGE_DIGEST: "release-1" });
    assert.equal(run.code, 1);
    assert.match(run.output, /IMAGE_DIGEST is 'release-1', not a digest/);
    assert.deepEqual(run.calls, []);
  });

  it("refuses a task definition without the container", () => {
    const run = answers({ "ecs.describe-task-definition": [definition({ name: "web", image: "x" })] });
    assert.notEqual(run.code, 0);
    assert.match(run.output, /it has no container app/);
    assert.equal(callsOf(run, "ecs register-task-definition").length, 0);
  });

  it("fails when an answer of AWS does", () => {
    const run = answers({ "ecs.update-service": [{ error: "AccessDeniedException" }] });
    assert.notEqual(run.code, 0);
    assert.match(run.output, /AccessDeniedException/);
  });
});
