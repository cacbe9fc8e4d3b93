import { roleArn, table } from "../support";
import {
  group,
  listenerArn,
  listenerRule,
  productionRule,
  service,
  serviceStore,
  serviceType,
  testRule,
} from "./fixtures";

const code = "InvalidParameterException";
const advanced = "loadBalancers[0].advancedConfiguration";
const base = {
  ...service,
  deploymentConfiguration: { strategy: "BLUE_GREEN", bakeTimeInMinutes: "5" },
  loadBalancers: [
    {
      containerName: "app",
      containerPort: 8080,
      targetGroupArn: group("blue"),
      advancedConfiguration: {
        alternateTargetGroupArn: group("green"),
        productionListenerRule: productionRule,
        roleArn: roleArn("infrastructure"),
      },
    },
  ],
};
const canary = { strategy: "CANARY", canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: "10" } };
const store = [
  ...serviceStore,
  listenerRule(productionRule, "blue", "green"),
  listenerRule(testRule, "green"),
  listenerRule(`${testRule}5`, "blue"),
];

describe("ecs/deployment", () => {
  table({
    type: serviceType,
    base,
    store,
    accepts: {
      canary: { deploymentConfiguration: canary },
      linear: {
        deploymentConfiguration: {
          strategy: "LINEAR",
          linearConfiguration: { stepPercent: 12.5, stepBakeTimeInMinutes: "6" },
        },
      },
      "the second group on the test rule": {
        [`${advanced}.productionListenerRule`]: `${testRule}5`,
        [`${advanced}.testListenerRule`]: testRule,
      },
      alarms: { alarms: { alarmNames: ["errors"], enable: true, rollback: true } },
    },
    refuses: {
      "another strategy": [{ "deploymentConfiguration.strategy": "BLUEGREEN" }, code, "nearest: BLUE_GREEN"],
      "no second group": [{ [advanced]: undefined }, code, "needs alternateTargetGroupArn"],
      "the same group twice": [
        { [`${advanced}.alternateTargetGroupArn`]: group("blue") },
        code,
        "must be a second one",
      ],
      "a group that is not there": [
        { [`${advanced}.alternateTargetGroupArn`]: group("none") },
        code,
        "no such target group",
      ],
      "a rule that is not there": [
        { [`${advanced}.productionListenerRule`]: `${productionRule}9` },
        code,
        "no such listener rule",
      ],
      "a listener instead of a rule": [
        { [`${advanced}.productionListenerRule`]: listenerArn },
        code,
        "give the ARN of a listener rule",
      ],
      "another ARN": [{ [`${advanced}.productionListenerRule`]: group("blue") }, code, "ARN of elasticloadbalancing"],
      "a rule that forwards to one group": [
        { [`${advanced}.productionListenerRule`]: testRule },
        code,
        "both target groups must be associated",
      ],
      "a role that is not there": [{ [`${advanced}.roleArn`]: roleArn("ghost") }, code, "no such role"],
      "a role of another service": [
        { [`${advanced}.roleArn`]: roleArn("build") },
        code,
        "ecs.amazonaws.com is not authorized",
      ],
      "a number for text": [{ "deploymentConfiguration.bakeTimeInMinutes": 5 }, "InvalidParameterType", 'Write "5".'],
      "text for a number": [
        { deploymentConfiguration: { ...canary, canaryConfiguration: { canaryPercent: "5" } } },
        "InvalidParameterType",
        "Write 5 without quotes.",
      ],
      "a long bake": [{ "deploymentConfiguration.bakeTimeInMinutes": "1441" }, code, "0 to 1440"],
      "a canary of nothing": [
        { deploymentConfiguration: { ...canary, canaryConfiguration: { canaryPercent: 0.05 } } },
        code,
        "0.1 to 100",
      ],
      "steps below three percent": [
        { deploymentConfiguration: { strategy: "LINEAR", linearConfiguration: { stepPercent: 2 } } },
        code,
        "3 to 100",
      ],
      "canary settings for blue/green": [
        { "deploymentConfiguration.canaryConfiguration": { canaryPercent: 5 } },
        code,
        "only CANARY has it",
      ],
      "a circuit breaker": [{ deploymentCircuitBreaker: { enable: true, rollback: true } }, code, "rolling updates"],
      "another controller": [{ deploymentController: { type: "CODE_DEPLOY" } }, code, "use controller ECS"],
      "alarms without names": [
        { alarms: { alarmNames: [], enable: true, rollback: true } },
        code,
        "alarmNames is empty",
      ],
      "canary without load balancer": [
        { deploymentConfiguration: canary, loadBalancers: undefined },
        code,
        "loadBalancers is missing",
      ],
    },
  });
});
