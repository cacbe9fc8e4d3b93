import { strict as assert } from "node:assert";
import {
  containerDefinitions,
  noRelease,
  taskImage,
  userProblem,
} from "../../../../infra/components/service/containers";
import type { ContainerOptions } from "../../../../infra/components/service/containers";

const digest = `sha256:${"a".repeat(64)}`;
const options: ContainerOptions = {
  name: "app",
  port: 8080,
  user: "65532:65532",
  environment: {},
  secrets: {},
  stopTimeoutSeconds: 60,
  logGroupName: "/ecs/web/tasks",
  region: "eu-west-1",
  image: { reference: `registry/web@${digest}`, bootstrap: false },
};
const container = (own: Partial<ContainerOptions> = {}) => JSON.parse(containerDefinitions({ ...options, ...own }))[0];

describe("containerDefinitions", () => {
  it("gives the process as little as it needs", () => {
    const { user, privileged, readonlyRootFilesystem, linuxParameters } = container();
    assert.deepEqual([user, privileged, readonlyRootFilesystem], ["65532:65532", false, true]);
    assert.deepEqual(linuxParameters, { capabilities: { drop: ["ALL"] }, initProcessEnabled: true });
  });

  it("logs to its group without blocking the service", () => {
    const { logDriver, options: log } = container().logConfiguration;
    assert.equal(logDriver, "awslogs");
    assert.deepEqual([log["awslogs-group"], log.mode], ["/ecs/web/tasks", "non-blocking"]);
  });

  it("orders variables by name, whatever order they come in", () => {
    const secrets = { TOKEN: "arn:2", KEY: "arn:1" };
    const environment = { ZONE: "a", HOST: "b" };
    const reversed = { environment: { HOST: "b", ZONE: "a" }, secrets: { KEY: "arn:1", TOKEN: "arn:2" } };
    assert.equal(
      containerDefinitions({ ...options, environment, secrets }),
      containerDefinitions({ ...options, ...reversed }),
    );
    assert.deepEqual(
      container({ environment }).environment.map(({ name }: { name: string }) => name),
      ["HOST", "PORT", "ZONE"],
    );
  });

  it("keeps secrets out of the environment", () => {
    const { environment, secrets } = container({ secrets: { TOKEN: "arn:1" } });
    assert.deepEqual(environment, [{ name: "PORT", value: "8080" }]);
    assert.deepEqual(secrets, [{ name: "TOKEN", valueFrom: "arn:1" }]);
  });

  it("marks and commands the bootstrap image only", () => {
    const { command, dockerLabels } = container();
    assert.deepEqual([command, dockerLabels], [undefined, undefined]);
    const bootstrap = container({ image: taskImage("registry/web", noRelease) });
    assert.deepEqual(bootstrap.dockerLabels, { "container-delivery.bootstrap": "true" });
    assert.equal(bootstrap.command[0], "node");
  });
});

describe("taskImage", () => {
  const table: [string, string, string | undefined, string, boolean][] = [
    ["the released digest", digest, undefined, `registry/web@${digest}`, false],
    ["the released digest before any bootstrap image", digest, "start:1", `registry/web@${digest}`, false],
    ["the given bootstrap image", noRelease, "start:1", "start:1", true],
    ["its own bootstrap image", noRelease, undefined, "public.ecr.aws/docker/library/node:24-alpine", true],
    [
      "its own bootstrap image instead of a tag",
      "release-1",
      undefined,
      "public.ecr.aws/docker/library/node:24-alpine",
      true,
    ],
  ];
  for (const [behaviour, released, given, reference, bootstrap] of table) {
    it(`takes ${behaviour}`, () => {
      const image = taskImage("registry/web", released, given);
      assert.deepEqual([image.reference, image.bootstrap], [reference, bootstrap]);
    });
  }
});

describe("userProblem", () => {
  for (const user of ["1", "1000", "65532:65532"]) {
    it(`accepts ${user}`, () => assert.equal(userProblem(user), undefined));
  }
  for (const user of ["", "0", "0:0", "0:1000", "1000:0", "root", "node", "root:1000"]) {
    it(`refuses ${JSON.stringify(user)}`, () => assert.match(userProblem(user) ?? "", /numeric user/));
  }
});
