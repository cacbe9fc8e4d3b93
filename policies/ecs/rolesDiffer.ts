import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { taskDefinitionType } from "./types";

const fix = "Give the application a `taskRoleArn` of its own, other than `executionRoleArn`.";

export const ecsRolesDiffer: Control = {
  id: "ecs-roles-differ",
  title: "The application does not have the agent's rights",
  description: "ECS task definitions must have a task role and an execution role, and they must differ.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV_AWS_249" }),
  remediationSteps:
    "Set `executionRoleArn` to a role that pulls images and reads secrets, and `taskRoleArn` to one with what the application needs.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html",
  reads: { [taskDefinitionType]: ["executionRoleArn", "taskRoleArn"] },
  check({ props }, report) {
    const [execution, task] = [props.at("executionRoleArn"), props.at("taskRoleArn")];
    for (const [role, what] of [
      [execution, "There is no execution role: ECS pulls images and reads secrets with whatever else the host may do"],
      [task, "There is no task role: the application calls AWS with whatever else its host may do, or not at all"],
    ] as const) {
      if (role.isUnknown || (role.string() ?? "") !== "") continue;
      report.violation({ at: role, what, fix: `Set \`${role.path}\` to a role of its own.` });
    }
    // Unknown values all look alike: which roles they are is judged with the whole stack.
    if (!execution.isKnown || !task.isKnown || !isSameRole(execution.string() ?? "", task.string() ?? "")) return;
    report.violation({ at: task, what: "The application has the rights of the agent that starts it", fix });
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(taskDefinitionType), ({ props, propertyDependencies }) => {
      const task = props.at("taskRoleArn");
      if (!task.isUnknown || !props.at("executionRoleArn").isUnknown) return;
      const [role, ...others] = propertyDependencies.taskRoleArn ?? [];
      const [execution, ...more] = propertyDependencies.executionRoleArn ?? [];
      if (!role || others.length + more.length > 0 || role.urn !== execution?.urn) return;
      if (role.type !== "aws:iam/role:Role") return;
      report.violation({ at: task, what: "The application has the rights of the agent that starts it", fix });
    });
  },
};

/** ECS takes a role's name as well as its ARN, and a name stands for one role of the account, whatever its path. */
function isSameRole(first: string, second: string): boolean {
  if (first === "" || second === "") return false;
  if (first.includes(":") && second.includes(":")) return first === second;
  return first.split("/").at(-1) === second.split("/").at(-1);
}
