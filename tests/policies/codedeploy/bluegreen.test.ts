import { strict as assert } from "node:assert";
import { cdBluegreen } from "../../../policies/codedeploy/bluegreen";
import { brief, judge, unknown, judgeStack, stackOf } from "../../support/policy";

const type = "aws:codedeploy/deploymentGroup:DeploymentGroup";

describe("cd-bluegreen", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes a wait",
      {
        deploymentStyle: { deploymentType: "BLUE_GREEN" },
        blueGreenDeploymentConfig: {
          terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: 15 },
        },
      },
      [],
    ],
    [
      "passes instances that stay",
      {
        deploymentStyle: { deploymentType: "BLUE_GREEN" },
        blueGreenDeploymentConfig: { terminateBlueInstancesOnDeploymentSuccess: { action: "KEEP_ALIVE" } },
      },
      [],
    ],
    ["ignores deployments in place", {}, []],
    [
      "ignores functions, whose versions stay",
      {
        deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
        deploymentConfigName: "CodeDeployDefault.LambdaCanary10Percent5Minutes",
      },
      [],
    ],
    [
      "refuses an absent block of an ECS service",
      { deploymentStyle: { deploymentType: "BLUE_GREEN" }, ecsService: { serviceName: "shop" } },
      ["violation blueGreenDeploymentConfig.terminateBlueInstancesOnDeploymentSuccess.terminationWaitTimeInMinutes"],
    ],
    ["cannot decide an unknown style", { deploymentStyle: unknown }, ["undecided deploymentStyle.deploymentType"]],
    [
      "refuses no wait",
      {
        deploymentStyle: { deploymentType: "BLUE_GREEN" },
        blueGreenDeploymentConfig: { terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE" } },
      },
      ["violation blueGreenDeploymentConfig.terminateBlueInstancesOnDeploymentSuccess.terminationWaitTimeInMinutes"],
    ],
    [
      "cannot decide an unknown wait",
      {
        deploymentStyle: { deploymentType: "BLUE_GREEN" },
        blueGreenDeploymentConfig: {
          terminateBlueInstancesOnDeploymentSuccess: { terminationWaitTimeInMinutes: unknown },
        },
      },
      ["undecided blueGreenDeploymentConfig.terminateBlueInstancesOnDeploymentSuccess.terminationWaitTimeInMinutes"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cdBluegreen, { type, props })), expected);
    });
  }

  const pair = { testTrafficRoute: { listenerArns: unknown } };
  const group = {
    type,
    name: "group",
    props: { loadBalancerInfo: { targetGroupPairInfo: pair } },
    dependsOn: { loadBalancerInfo: ["production", "test"] },
  };
  const listener = (name: string, port: number) => ({
    type: "aws:lb/listener:Listener",
    name,
    props: { port },
    dependsOn: { loadBalancerArn: ["balancer"] },
  });
  const balancer = (internal: boolean) => ({
    type: "aws:lb/loadBalancer:LoadBalancer",
    name: "balancer",
    props: { internal },
  });
  const judged = (internal: boolean, tested: object) => {
    const known = { ...group, props: { loadBalancerInfo: { targetGroupPairInfo: tested } } };
    const listeners = [listener("production", 443), listener("test", 8443)];
    return judgeStack(cdBluegreen, stackOf(balancer(internal), ...listeners, known));
  };

  it("passes a test listener of an internal load balancer", async () => {
    assert.deepEqual(await judged(true, { testTrafficRoute: { listenerArns: [unknown] } }), []);
  });

  it("knows the other spelling of listeners and load balancers", async () => {
    const stack = stackOf(
      { ...balancer(false), type: "aws:alb/loadBalancer:LoadBalancer" },
      { ...listener("production", 443), type: "aws:alb/listener:Listener" },
      { ...listener("test", 8443), type: "aws:alb/listener:Listener" },
      {
        ...group,
        props: { loadBalancerInfo: { targetGroupPairInfo: { testTrafficRoute: { listenerArns: [unknown] } } } },
      },
    );
    assert.deepEqual(brief(await judgeStack(cdBluegreen, stack)), ["violation loadBalancerInfo"]);
  });

  it("passes a group without test listener", async () => {
    assert.deepEqual(await judged(false, {}), []);
  });

  it("refuses a test listener that the internet reaches", async () => {
    const findings = await judged(false, { testTrafficRoute: { listenerArns: [unknown] } });
    assert.deepEqual(brief(findings), ["violation loadBalancerInfo"]);
  });
});
