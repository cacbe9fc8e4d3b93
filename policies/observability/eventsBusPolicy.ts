import { judgeAudience } from "../documents/audience";
import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { judgePermission } from "./eventPermission";

const policyType = "aws:cloudwatch/eventBusPolicy:EventBusPolicy";
const permissionType = "aws:cloudwatch/eventPermission:EventPermission";
const busType = "aws:cloudwatch/eventBus:EventBus";

export const eventsBusPolicy: Control = {
  id: "events-bus-policy",
  title: "Event buses let in only whom they know",
  description: "Custom EventBridge buses must have a policy that does not let in the public or foreign accounts.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ securityHub: "EventBridge.3", cdkNag: "EVB1" }),
  remediationSteps:
    "Create an `aws.cloudwatch.EventBusPolicy` for the bus that names the principals or the organization.",
  url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html",
  reads: {
    [policyType]: ["policy", "eventBusName"],
    [permissionType]: ["principal", "condition.value", "eventBusName"],
    [busType]: [],
  },
  check({ type, props }, report, { settings }) {
    if (type === policyType) judgeAudience(props.at("policy"), report, settings, { subject: "the event bus" });
    if (type === permissionType) judgePermission(props, report, settings);
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(busType), (bus) => {
      if (stack.linked([policyType, permissionType], "eventBusName", bus).length === 0) {
        report.violation({
          at: "",
          what: "The bus has no policy",
          fix: "Create an `aws.cloudwatch.EventBusPolicy` for it.",
        });
      }
    });
  },
};
