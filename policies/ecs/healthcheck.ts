import type { Control } from "../shared/control";
import type { Node } from "../shared/node";
import type { StackResource } from "../shared/resource";
import { reads } from "../shared/tokens";
import { containersOf, isEssential } from "./containers";
import { isJob, jobTypes, usersOf } from "./services";
import { serviceType, taskDefinitionType, taskSetType } from "./types";

export const ecsHealthcheck: Control = {
  id: "ecs-healthcheck",
  title: "Somebody checks whether a task works",
  description: "ECS tasks must have a container health check or stand behind a target group.",
  severity: "low",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps: "Set `healthCheck` of the main container, or attach the service to a target group.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html",
  reads: {
    [taskDefinitionType]: ["containerDefinitions"],
    [serviceType]: ["taskDefinition", "loadBalancers.targetGroupArn"],
    [taskSetType]: ["taskDefinition", "loadBalancers.targetGroupArn"],
    ...reads(jobTypes),
  },
  check({ type, props }, report) {
    if (type !== taskDefinitionType) return;
    report.each(containersOf(props), (container) => {
      const command = container.at("healthCheck", "command");
      if (command.items()[0]?.string() !== "NONE") return;
      const what = "The health check that the image brings is switched off";
      report.violation({ at: command, what, fix: "Remove the command, or check the application." });
    });
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(taskDefinitionType), (task) => {
      const users = usersOf(task, stack);
      // Nobody waits for a job to be healthy: it is over when it is done.
      if (users.some(hasTargetGroup) || (users.length === 0 && isJob(task, stack))) return;
      // Sidecars need none of their own: one check tells whether the task works.
      if (containersOf(task.props).some((container) => isEssential(container) && hasCheck(container))) return;
      const what = "Nobody notices when the task runs but does not work";
      const fix = "Set `healthCheck` of the main container, or attach the service to a target group.";
      report.violation({ at: "containerDefinitions", what, fix });
    });
  },
};

function hasCheck(container: Node): boolean {
  const command = container.at("healthCheck", "command");
  return command.isUnknown || command.items().some((word, index) => index === 0 && word.string() !== "NONE");
}

function hasTargetGroup({ props }: StackResource): boolean {
  const balancers = props.at("loadBalancers");
  if (balancers.isUnknown) return true;
  // A classic load balancer checks by itself.
  return balancers.items().some((one) => !one.at("targetGroupArn").isAbsent || !one.at("elbName").isAbsent);
}
