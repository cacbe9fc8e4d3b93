import { strict as assert } from "node:assert";
import { ecsKeepRevisions } from "../../../policies/ecs/keepRevisions";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const task = (skipDestroy?: unknown) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  name: "task",
  props: { family: "shop", skipDestroy },
});
const service = (props: object) => ({
  type: "aws:ecs/service:Service",
  name: "service",
  props: { taskDefinition: unknown, ...props },
  dependsOn: { taskDefinition: ["task"] },
});
const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } };

describe("ecs-keep-revisions", () => {
  const cases: [behaviour: string, resources: Parameters<typeof stackOf>, expected: string[]][] = [
    ["passes revisions that stay", [task(true), service(breaker)], []],
    ["ignores tasks without a service", [task()], []],
    ["ignores services that never roll back", [task(), service({})], []],
    ["refuses an absent flag, which deregisters", [task(), service(breaker)], ["violation skipDestroy"]],
    [
      "refuses it for rollback by alarm",
      [task(false), service({ alarms: { rollback: true } })],
      ["violation skipDestroy"],
    ],
    [
      "refuses it where traffic shifts",
      [task(), service({ deploymentConfiguration: { strategy: "CANARY" } })],
      ["violation skipDestroy"],
    ],
    [
      "refuses it where CodeDeploy deploys",
      [task(), service({ deploymentController: { type: "CODE_DEPLOY" } })],
      ["violation skipDestroy"],
    ],
    [
      "refuses it for a service that names the family",
      [task(), { type: "aws:ecs/service:Service", name: "service", props: { taskDefinition: "shop", ...breaker } }],
      ["violation skipDestroy"],
    ],
    ["cannot decide an unknown flag", [task(unknown), service(breaker)], ["undecided skipDestroy"]],
  ];
  for (const [behaviour, resources, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judgeStack(ecsKeepRevisions, stackOf(...resources))), expected);
    });
  }
});
