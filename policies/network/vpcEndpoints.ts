import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { StackResource } from "../shared/resource";
import { neededBy, taskType } from "./fargateNeeds";
import { serviceType, subnetsOf, subnetType, vpcType } from "./subnets";
import { hasWayOut, natType } from "./waysOut";

const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";

export const vpcEndpoints: Control = {
  id: "vpc-endpoints",
  title: "Tasks without NAT reach what they need",
  description: "A VPC that runs tasks without a NAT gateway should have the endpoints that Fargate needs.",
  severity: "medium",
  levels: { dev: "advisory", prod: "advisory" },
  references: elsewhere({ securityHub: "EC2.55 EC2.56 EC2.57" }),
  remediationSteps:
    "Create endpoints for s3 (gateway), ecr.api, ecr.dkr and logs, and for secretsmanager or ssm when tasks take secrets from there.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
  reads: {
    [vpcType]: [],
    [subnetType]: ["vpcId"],
    [endpointType]: ["serviceName", "vpcId"],
    [natType]: ["subnetId", "connectivityType"],
    [serviceType]: ["networkConfiguration.subnets", "networkConfiguration.assignPublicIp", "launchType"],
    [taskType]: ["containerDefinitions"],
  },
  checkStack(stack, report) {
    const running = new Map<StackResource, StackResource[]>();
    for (const service of stack.ofType(serviceType).filter(isPrivateFargate)) {
      const vpcs = subnetsOf(stack, service).map((subnet) => stack.target(subnet, "vpcId", [vpcType]));
      for (const vpc of new Set(vpcs)) if (vpc) running.set(vpc, [...(running.get(vpc) ?? []), service]);
    }
    report.eachResource(running.keys(), (vpc) => {
      if (hasWayOut(stack, vpc)) return;
      const names = stack.linked([endpointType], "vpcId", vpc).map(({ props }) => props.at("serviceName").string());
      const needed = new Set((running.get(vpc) ?? []).flatMap((service) => neededBy(stack, service)));
      const missing = [...needed].filter((service) => !names.some((name) => name?.endsWith(`.${service}`)));
      if (missing.length === 0) return;
      report.violation({
        at: "",
        what: `Tasks have no NAT gateway and no endpoint for ${missing.join(", ")}`,
        fix: `Create an \`aws.ec2.VpcEndpoint\` for each of ${missing.join(", ")}.`,
      });
    });
  },
};

/** A task with a public address needs no other way; on instances of one's own these are what pulls. */
function isPrivateFargate({ props }: StackResource): boolean {
  const address = props.at("networkConfiguration", "assignPublicIp");
  return (
    address.raw !== true && address.raw !== "true" && !["EC2", "EXTERNAL"].includes(String(props.at("launchType").raw))
  );
}
