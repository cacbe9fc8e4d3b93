import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { reads } from "../shared/tokens";
import { serviceType, taskSetType } from "./types";

export const ecsNoPublicIp: Control = {
  id: "ecs-no-public-ip",
  title: "Tasks have no public address",
  description: "ECS services, task sets and schedules must not give their tasks public IP addresses.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ securityHub: "ECS.2 ECS.16", controlTower: "CT.ECS.PR.9", checkov: "CKV_AWS_333" }),
  remediationSteps: "Set `networkConfiguration.assignPublicIp` to false, and give private subnets a way out.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  reads: {
    ...reads([serviceType, taskSetType], "networkConfiguration.assignPublicIp"),
    // What starts tasks at times or on events.
    "aws:cloudwatch/eventTarget:EventTarget": ["ecsTarget.networkConfiguration.assignPublicIp"],
    "aws:scheduler/schedule:Schedule": ["target.ecsParameters.networkConfiguration.assignPublicIp"],
  },
  check({ props }, report) {
    const starters = [props, props.at("ecsTarget"), props.at("target", "ecsParameters")];
    const address = starters
      .map((starter) => starter.at("networkConfiguration", "assignPublicIp"))
      .find(({ isAbsent }) => !isAbsent);
    if (!address) return;
    if (address.boolean() === true || /^enabled$/i.test(address.string() ?? "")) {
      report.violation({
        at: address,
        what: "Each task can be reached from the internet",
        fix: `Set \`${address.path}\` to \`false\`.`,
      });
    }
  },
};
