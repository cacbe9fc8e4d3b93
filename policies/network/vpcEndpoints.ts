import type { Control } from "../shared/control";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";

const vpcType = "aws:ec2/vpc:Vpc";
const subnetType = "aws:ec2/subnet:Subnet";
const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";
const serviceType = "aws:ecs/service:Service";
const taskType = "aws:ecs/taskDefinition:TaskDefinition";
const outward = ["aws:ec2/natGateway:NatGateway", "aws:ec2/transitGatewayVpcAttachment:TransitGatewayVpcAttachment"];
/** What a Fargate task needs before its first line of code runs. */
const always = ["s3", "ecr.api", "ecr.dkr", "logs"];

export const vpcEndpoints: Control = {
  id: "vpc-endpoints",
  title: "Tasks without NAT reach what they need",
  description: "A VPC that runs tasks without a NAT gateway should have the endpoints that Fargate needs.",
  severity: "medium",
  levels: { dev: "advisory", prod: "advisory" },
  references: ["Security Hub EC2.55", "Security Hub EC2.56", "Security Hub EC2.57", "Security Hub EC2.10"],
  remediationSteps:
    "Create endpoints for s3 (gateway), ecr.api, ecr.dkr and logs, and for secretsmanager or ssm when tasks take secrets from there.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
  reads: {
    [vpcType]: [],
    [endpointType]: ["serviceName", "vpcId"],
    [serviceType]: ["networkConfiguration.subnets", "networkConfiguration.assignPublicIp"],
    [taskType]: ["containerDefinitions"],
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(vpcType), (vpc) => {
      if (!runsTasks(stack, vpc) || stack.ofType(...outward).length > 0) return;
      const names = stack
        .linked([endpointType], "vpcId", vpc)
        .map((endpoint) => endpoint.props.at("serviceName").string());
      const missing = needed(stack).filter((service) => !names.some((name) => name?.endsWith(`.${service}`)));
      if (missing.length > 0) {
        report.violation({
          at: "",
          what: `Tasks have no NAT gateway and no endpoint for ${missing.join(", ")}`,
          fix: `Create an \`aws.ec2.VpcEndpoint\` for each of ${missing.join(", ")}.`,
        });
      }
    });
  },
};

/** Whether a service without public addresses stands in a subnet of the VPC. */
function runsTasks(stack: StackIndex, vpc: StackResource): boolean {
  return stack.ofType(serviceType).some((service) => {
    if (service.props.at("networkConfiguration", "assignPublicIp").raw === true) return false;
    const subnets = (service.propertyDependencies.networkConfiguration ?? []).filter(({ type }) => type === subnetType);
    return subnets.some((subnet) => stack.refersTo(subnet, "vpcId", vpc));
  });
}

function needed(stack: StackIndex): string[] {
  const containers = stack.ofType(taskType).map((task) => String(task.props.at("containerDefinitions").raw ?? ""));
  const injected = (service: string) =>
    containers.some((text) => text.includes(`"valueFrom":"arn:`) && text.includes(`:${service}:`));
  return [...always, ...["secretsmanager", "ssm"].filter(injected)];
}
