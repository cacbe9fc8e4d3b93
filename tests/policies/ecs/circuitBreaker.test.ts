import { strict as assert } from "node:assert";
import { ecsCircuitBreaker } from "../../../policies/ecs/circuitBreaker";
import { brief, judge, prodEnvironment, unknown } from "../../support/policy";

const type = "aws:ecs/service:Service";

describe("ecs-circuit-breaker", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a circuit breaker", { deploymentCircuitBreaker: { enable: true, rollback: true } }, []],
    ["refuses an absent block", {}, ["violation deploymentCircuitBreaker.enable"]],
    [
      "refuses one that rolls nothing back",
      { deploymentCircuitBreaker: { enable: true, rollback: false } },
      ["violation deploymentCircuitBreaker.rollback"],
    ],
    ["ignores services that CodeDeploy deploys", { deploymentController: { type: "CODE_DEPLOY" } }, []],
    ["ignores services with a deployer of their own", { deploymentController: { type: "EXTERNAL" } }, []],
    [
      "passes alarms and bake time where traffic shifts",
      {
        deploymentConfiguration: { strategy: "BLUE_GREEN", bakeTimeInMinutes: "10" },
        alarms: { enable: true, rollback: true, alarmNames: ["a"] },
      },
      [],
    ],
    [
      "refuses a shift without alarms and bake time",
      { deploymentConfiguration: { strategy: "CANARY" }, deploymentCircuitBreaker: { enable: true, rollback: true } },
      ["violation alarms.enable", "violation deploymentConfiguration.bakeTimeInMinutes"],
    ],
    [
      "refuses a bake time of nothing",
      {
        deploymentConfiguration: { strategy: "LINEAR", bakeTimeInMinutes: "0" },
        alarms: { enable: true, rollback: true, alarmNames: ["a"] },
      },
      ["violation deploymentConfiguration.bakeTimeInMinutes"],
    ],
    [
      "cannot decide an unknown breaker",
      { deploymentCircuitBreaker: unknown },
      ["undecided deploymentCircuitBreaker.enable"],
    ],
    [
      "cannot decide an unknown strategy",
      { deploymentConfiguration: { strategy: unknown } },
      ["undecided deploymentConfiguration.strategy"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsCircuitBreaker, { type, props })), expected);
    });
  }

  const protectedCases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes two tasks in two subnets", {}, []],
    ["passes subnets that are an output of a network", { networkConfiguration: { subnets: unknown } }, []],
    ["passes an unknown subnet among two", { networkConfiguration: { subnets: [unknown, unknown] } }, []],
    [
      "passes fewer healthy tasks where traffic shifts, which only counts step by step",
      {
        deploymentMinimumHealthyPercent: 0,
        deploymentConfiguration: { strategy: "BLUE_GREEN", bakeTimeInMinutes: "5" },
        alarms: { enable: true, rollback: true, alarmNames: ["a"] },
      },
      [],
    ],
    [
      "passes fewer healthy tasks of CodeDeploy, which uses no such number on Fargate",
      { deploymentMinimumHealthyPercent: 0, deploymentController: { type: "CODE_DEPLOY" } },
      [],
    ],
    [
      "refuses one subnet written twice",
      { networkConfiguration: { subnets: ["a", "a"] } },
      ["violation networkConfiguration.subnets"],
    ],
    ["passes numbers written as texts", { desiredCount: "2", deploymentMinimumHealthyPercent: "100" }, []],
    ["refuses a service that is switched off", { desiredCount: 0 }, ["violation desiredCount"]],
    ["refuses a single task", { desiredCount: 1 }, ["violation desiredCount"]],
    ["refuses an absent count, which means none", { desiredCount: undefined }, ["violation desiredCount"]],
    [
      "refuses fewer tasks while it deploys",
      { deploymentMinimumHealthyPercent: 50 },
      ["violation deploymentMinimumHealthyPercent"],
    ],
    [
      "refuses a single subnet",
      { networkConfiguration: { subnets: ["a"] } },
      ["violation networkConfiguration.subnets"],
    ],
    [
      "ignores daemons",
      { schedulingStrategy: "DAEMON", desiredCount: undefined, deploymentMinimumHealthyPercent: 0 },
      [],
    ],
    ["cannot decide an unknown count", { desiredCount: unknown }, ["undecided desiredCount"]],
  ];
  for (const [behaviour, props, expected] of protectedCases) {
    it(`${behaviour} in a protected environment`, async () => {
      const service = {
        type,
        props: {
          desiredCount: 2,
          networkConfiguration: { subnets: ["a", "b"] },
          deploymentCircuitBreaker: { enable: true, rollback: true },
          ...props,
        },
      };
      assert.deepEqual(brief(await judge(ecsCircuitBreaker, service, { environment: prodEnvironment })), expected);
    });
  }
});
