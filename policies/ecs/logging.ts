import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { StackResource } from "../shared/resource";
import { containersOf } from "./containers";
import { daemonTaskDefinitionType, taskDefinitionType } from "./types";

const groupType = "aws:cloudwatch/logGroup:LogGroup";

export const ecsLogging: Control = {
  id: "ecs-logging",
  title: "Containers write logs to a group of the stack",
  description: "ECS containers must write logs, with awslogs to a log group of the same stack.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ securityHub: "ECS.9", controlTower: "CT.ECS.PR.5", cdkNag: "ECS7" }),
  remediationSteps:
    "Set `logConfiguration` of every container, and create its log group in the stack with a key and a retention.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html",
  reads: {
    [taskDefinitionType]: ["containerDefinitions"],
    [daemonTaskDefinitionType]: ["containerDefinitions.logConfiguration"],
    [groupType]: ["name"],
  },
  check({ type, props }, report) {
    if (type === groupType) return;
    report.each(containersOf(props), (container) => {
      const driver = container.at("logConfiguration", "logDriver");
      if (!["", "none"].includes(driver.string() ?? "")) return;
      report.violation({
        at: driver,
        what: "What the container writes is lost",
        fix: "Set `logConfiguration` with `logDriver` `awslogs`.",
      });
    });
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(taskDefinitionType, daemonTaskDefinitionType), (task) => {
      // Key and retention of the group are judged on the group itself. While its name is unknown, it is an output.
      if (task.props.at("containerDefinitions").isUnknown && usesGroup(task)) return;
      report.each(containersOf(task.props), (container) => {
        const logs = container.at("logConfiguration");
        const name = logs.at("options", "awslogs-group");
        if (logs.at("logDriver").string() !== "awslogs" || name.isUnknown) return;
        if (stack.ofType(groupType).some((group) => group.props.at("name").raw === name.raw && !name.isAbsent)) return;
        report.violation({
          at: name,
          what: "The log group is not of this stack: nobody sees here its key and retention",
          fix: "Create the log group in the stack, and pass its name.",
        });
      });
    });
  },
};

function usesGroup(task: StackResource): boolean {
  return task.propertyDependencies.containerDefinitions?.some(({ type }) => type === groupType) === true;
}
