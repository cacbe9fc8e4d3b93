import { strict as assert } from "node:assert";
import { ecsBlueGreenRule } from "../../../policies/ecs/blueGreenRule";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const groups = ["blue", "green"].map((name) => ({ type: "aws:lb/targetGroup:TargetGroup", name }));
const shifting = (props: object = {}, dependencies = ["blue", "green", "rule"]) => ({
  type: "aws:ecs/service:Service",
  name: "service",
  props: {
    deploymentConfiguration: { strategy: "BLUE_GREEN" },
    loadBalancers: [{ targetGroupArn: unknown, advancedConfiguration: { productionListenerRule: unknown } }],
    ...props,
  },
  dependsOn: { loadBalancers: dependencies },
});
const rule = (targets: string[], ignoreChanges = ["actions"], type = "aws:lb/listenerRule:ListenerRule") => ({
  type,
  name: "rule",
  props: { actions: unknown },
  dependsOn: { actions: targets },
  ignoreChanges,
});
const listener = (ignoreChanges: string[]) => ({ type: "aws:lb/listener:Listener", name: "rule", ignoreChanges });
const both = ["blue", "green"];

describe("ecs-blue-green-rule", () => {
  const cases: [behaviour: string, resources: Parameters<typeof stackOf>, expected: string[]][] = [
    ["passes a rule that knows both groups and is left to ECS", [shifting(), rule(both)], []],
    [
      "ignores services that replace tasks step by step",
      [shifting({ deploymentConfiguration: undefined }), rule(["blue"], [])],
      [],
    ],
    [
      "ignores services that CodeDeploy deploys",
      [shifting({ deploymentController: { type: "CODE_DEPLOY" } }), rule(["blue"], [])],
      [],
    ],
    ["ignores services without load balancer", [shifting({ loadBalancers: [] }, []), rule(both, [])], []],
    ["refuses a rule that Pulumi keeps", [shifting(), rule(both, [])], ["violation actions"]],
    [
      "refuses a rule of the other spelling",
      [shifting(), rule(both, [], "aws:alb/listenerRule:ListenerRule")],
      ["violation actions"],
    ],
    ["refuses a rule that knows one group", [shifting(), rule(["blue"])], ["violation actions"]],
    [
      "passes a listener of a network load balancer that is left to ECS",
      [shifting(), listener(["defaultActions"])],
      [],
    ],
    ["refuses a listener that Pulumi keeps", [shifting(), listener([])], ["violation defaultActions"]],
    ["cannot decide a rule of another stack", [shifting({}, both)], ["undecided loadBalancers"]],
    [
      "cannot decide an unknown strategy",
      [shifting({ deploymentConfiguration: unknown }), rule(both)],
      ["undecided deploymentConfiguration.strategy"],
    ],
  ];
  for (const [behaviour, resources, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judgeStack(ecsBlueGreenRule, stackOf(...groups, ...resources))), expected);
    });
  }

  it("finds rule and groups by known ARNs, too", async () => {
    const known = groups.map((group) => ({ ...group, props: { arn: `arn:${group.name}` } }));
    const advancedConfiguration = { alternateTargetGroupArn: "arn:green", productionListenerRule: "arn:rule" };
    const service = shifting({ loadBalancers: [{ targetGroupArn: "arn:blue", advancedConfiguration }] }, []);
    const actions = [{ type: "forward", forward: { targetGroups: [{ arn: "arn:blue", weight: 100 }] } }];
    const oneGroup = { ...rule([]), props: { arn: "arn:rule", actions } };
    const findings = await judgeStack(ecsBlueGreenRule, stackOf(...known, service, oneGroup));
    assert.deepEqual(
      findings.map(({ outcome, detail }) => [outcome, detail]),
      [["violation", "green"]],
    );
  });
});
