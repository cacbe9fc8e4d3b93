import { strict as assert } from "node:assert";
import {
  execStatements,
  executionStatements,
  privateRepository,
  trafficStatements,
} from "../../../../infra/components/service/permissions";
import type { ExecutionResources } from "../../../../infra/components/service/permissions";

const where = { partition: "aws", region: "eu-west-1", account: "123456789012" };
const at = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:123456789012:${resource}`;
const resources: ExecutionResources = {
  repositoryName: "web",
  logGroupName: "/ecs/web/tasks",
  bootstrapImage: "",
  secretArns: [],
  keyArn: at("kms", "key/1"),
};
const statements = (own: Partial<ExecutionResources> = {}) => executionStatements(where, { ...resources, ...own });
const find = (sid: string, own: Partial<ExecutionResources>) => statements(own).find((one) => one.sid === sid);
const registry = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

describe("executionStatements", () => {
  it("pulls one repository and writes one log, no more", () => {
    assert.deepEqual(
      statements().map(({ sid }) => sid),
      ["RegistryLogin", "PullImage", "WriteLogs"],
    );
    assert.deepEqual(find("PullImage", {})?.resources, [at("ecr", "repository/web")]);
  });

  it("pulls a bootstrap image through a cache of the same registry", () => {
    const bootstrapImage = `${registry}/ecr-public/docker/library/node:24`;
    const cached = at("ecr", "repository/ecr-public/docker/library/node");
    assert.deepEqual(find("PullImage", { bootstrapImage })?.resources, [at("ecr", "repository/web"), cached]);
    assert.deepEqual(find("FillPullThroughCache", { bootstrapImage })?.resources, [cached]);
  });

  it("needs nothing more to begin with an image of its own repository", () => {
    assert.deepEqual(statements({ bootstrapImage: `${registry}/web:promoted` }), statements());
  });

  it("reads exactly the secrets and parameters that containers receive", () => {
    const secret = at("secretsmanager", "secret:web-AbCdEf");
    const parameter = at("ssm", "parameter/web/token");
    const own = { secretArns: [`${secret}:password::`, parameter] };
    assert.deepEqual(find("ReadSecrets", own)?.resources, [secret]);
    assert.deepEqual(find("ReadParameters", own)?.resources, [parameter]);
    assert.deepEqual(find("DecryptSecrets", own)?.resources, [resources.keyArn]);
  });
});

describe("privateRepository", () => {
  const table: [string, string | undefined][] = [
    [`${registry}/web:1`, "web"],
    [`${registry}/team/web@sha256:1`, "team/web"],
    [`210987654321.dkr.ecr.eu-west-1.amazonaws.com/web:1`, undefined],
    [`123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1`, undefined],
    ["public.ecr.aws/docker/library/node:24", undefined],
    ["", undefined],
  ];
  for (const [image, repository] of table) {
    it(`finds ${repository ?? "none"} in ${image || "nothing"}`, () =>
      assert.equal(privateRepository(where, image), repository));
  }
});

describe("trafficStatements", () => {
  it("moves traffic of one load balancer and registers with two groups", () => {
    const [find, move, register] = trafficStatements(where, "web", ["blue", "green"]);
    assert.deepEqual(find?.resources, ["*"]);
    assert.deepEqual(move?.resources, [at("elasticloadbalancing", "listener-rule/app/web/*")]);
    const groups = ["blue", "green"].map((group) => at("elasticloadbalancing", `targetgroup/${group}/*`));
    assert.deepEqual(register?.resources, groups);
  });
});

describe("execStatements", () => {
  it("opens and logs sessions, and reads nothing", () => {
    const actions = execStatements(where, "/ecs/web/exec", resources.keyArn).flatMap((statement) => statement.actions);
    assert.equal(actions.filter((action) => String(action).startsWith("ssmmessages:")).length, 4);
    assert.ok(actions.every((action) => !/Get|\*/.test(String(action))));
  });
});
