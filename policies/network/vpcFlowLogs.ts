import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";

const vpcType = "aws:ec2/vpc:Vpc";
const flowLogType = "aws:ec2/flowLog:FlowLog";

export const vpcFlowLogs: Control = {
  id: "vpc-flow-logs",
  title: "Networks record their traffic",
  description: "Each VPC must have a flow log of all or of the rejected traffic.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "EC2.6",
    checkov: "CKV2_AWS_11",
    cdkNag: "VPC7",
    trivy: "AWS-0178",
    cis: "3.7",
  }),
  remediationSteps: "Create an `aws.ec2.FlowLog` with the VPC's id as `vpcId` and `trafficType` ALL or REJECT.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
  reads: { [vpcType]: [], [flowLogType]: ["vpcId", "trafficType"] },
  check({ type, props }, report) {
    const traffic = props.at("trafficType");
    if (type !== flowLogType || props.at("vpcId").isAbsent) return;
    if (traffic.string() === "ACCEPT") {
      report.violation({
        at: traffic,
        what: "Rejected traffic is not recorded",
        fix: "Set `trafficType` to `ALL` or `REJECT`.",
      });
    }
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(vpcType), (vpc) => {
      if (stack.linked([flowLogType], "vpcId", vpc).length === 0) {
        report.violation({ at: "", what: "The VPC has no flow log", fix: "Create an `aws.ec2.FlowLog` for it." });
      }
    });
  },
};
