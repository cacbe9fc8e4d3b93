import type { Control } from "../shared/control";
import type { Node } from "../shared/node";
import { listenerTypes, loadBalancerTypes, reads } from "../shared/tokens";
import { testListener } from "./testListener";
import { groupType } from "./types";

export const cdBluegreen: Control<{ waitMinutes: number }> = {
  id: "cd-bluegreen",
  title: "The old version waits before it goes",
  description: "Blue/green deployment groups must keep the old version for a while and test behind a private listener.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps:
    "Set `terminationWaitTimeInMinutes`, and let the test listener belong to an internal load balancer.",
  url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-groups-create-blue-green.html",
  reads: {
    [groupType]: [
      "deploymentStyle.deploymentType",
      "ecsService",
      "blueGreenDeploymentConfig.terminateBlueInstancesOnDeploymentSuccess.action",
      "blueGreenDeploymentConfig.terminateBlueInstancesOnDeploymentSuccess.terminationWaitTimeInMinutes",
      "loadBalancerInfo.targetGroupPairInfo.testTrafficRoute.listenerArns",
    ],
    ...reads(listenerTypes, "loadBalancerArn", "port"),
    ...reads(loadBalancerTypes, "internal"),
  },
  configSchema: {
    properties: {
      waitMinutes: { type: "integer", minimum: 0, default: 5, description: "The shortest time the old version stays." },
    },
  },
  check({ type, props }, report, { config }) {
    if (type !== groupType || props.at("deploymentStyle", "deploymentType").string() !== "BLUE_GREEN") return;
    if (deploysFunctions(props)) return;
    const terminate = props.at("blueGreenDeploymentConfig", "terminateBlueInstancesOnDeploymentSuccess");
    if (terminate.at("action").string() === "KEEP_ALIVE") return;
    const wait = terminate.at("terminationWaitTimeInMinutes");
    // Absent, the old version goes at once.
    if ((wait.number() ?? 0) >= config.waitMinutes) return;
    const fix = `Set \`terminationWaitTimeInMinutes\` to ${config.waitMinutes} or more.`;
    report.violation({ at: wait, what: "The version to return to is gone right after the deployment", fix });
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(groupType), (group) => {
      const listener = testListener(group, stack);
      const balancer = listener && stack.target(listener, "loadBalancerArn", loadBalancerTypes);
      if (!balancer || balancer.props.at("internal").boolean() === true) return;
      const fix = "Let the test listener belong to an internal load balancer.";
      report.violation({ at: "loadBalancerInfo", what: "The internet can reach the version under test", fix });
    });
  },
};

/** Versions of a Lambda function stay, and CodeDeploy takes nothing here that says when they go. */
function deploysFunctions(group: Node): boolean {
  const places = ["ecsService", "loadBalancerInfo", "autoscalingGroups", "ec2TagFilters", "ec2TagSets"];
  return ["blueGreenDeploymentConfig", ...places].every((property) => group.at(property).isAbsent);
}
