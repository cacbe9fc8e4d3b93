import { strict as assert } from "node:assert";
import { cdConfig } from "../../../policies/codedeploy/config";
import { brief, judge, prodEnvironment, unknown } from "../../support/policy";

const type = "aws:codedeploy/deploymentGroup:DeploymentGroup";

describe("cd-config", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a canary", { deploymentConfigName: "CodeDeployDefault.ECSCanary10Percent5Minutes" }, []],
    ["passes an absent name, which means one at a time", {}, []],
    ["passes a configuration of this stack", { deploymentConfigName: unknown }, []],
    [
      "refuses all at once",
      { deploymentConfigName: "CodeDeployDefault.ECSAllAtOnce" },
      ["violation deploymentConfigName"],
    ],
    [
      "refuses all servers at once",
      { deploymentConfigName: "CodeDeployDefault.AllAtOnce" },
      ["violation deploymentConfigName"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cdConfig, { type, props }, { environment: prodEnvironment })), expected);
    });
  }

  it("lets environments pass that are not protected", async () => {
    assert.deepEqual(
      await judge(cdConfig, { type, props: { deploymentConfigName: "CodeDeployDefault.ECSAllAtOnce" } }),
      [],
    );
  });

  const own: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a linear one", { computePlatform: "ECS", trafficRoutingConfig: { type: "TimeBasedLinear" } }, []],
    ["passes healthy hosts", { minimumHealthyHosts: { type: "HOST_COUNT", value: 1 } }, []],
    ["refuses no routing", { computePlatform: "ECS" }, ["violation trafficRoutingConfig.type"]],
    ["refuses no healthy host", { minimumHealthyHosts: { value: 0 } }, ["violation minimumHealthyHosts.value"]],
    [
      "cannot decide an unknown routing",
      { computePlatform: "Lambda", trafficRoutingConfig: unknown },
      ["undecided trafficRoutingConfig.type"],
    ],
  ];
  for (const [behaviour, props, expected] of own) {
    it(`${behaviour} in a configuration of one's own`, async () => {
      const config = { type: "aws:codedeploy/deploymentConfig:DeploymentConfig", props };
      assert.deepEqual(brief(await judge(cdConfig, config, { environment: prodEnvironment })), expected);
    });
  }
});
