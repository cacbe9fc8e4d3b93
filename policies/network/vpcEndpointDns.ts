import type { Control } from "../shared/control";
import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";

const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";

function requireTrue(node: Node, what: string, report: Reporter): void {
  report.each([node], () => {
    if (node.boolean() !== true) report.violation({ at: node, what, fix: `Set \`${node.path}\` to \`true\`.` });
  });
}

/**
 * A service of one's own has a private name only where its owner verified one, and inside a VPC the names of S3 and
 * DynamoDB belong to the gateway endpoint: an interface beside it serves other networks.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html#types-of-vpc-endpoints-for-s3
 */
function hasOtherWay(service: Node): boolean {
  return service.isKnown && /^com\.amazonaws\.vpce\.|\.(s3|dynamodb)$/.test(String(service.raw));
}

export const vpcEndpointDns: Control = {
  id: "vpc-endpoint-dns",
  title: "Endpoints answer under the service's name",
  description: "Interface endpoints must have private DNS, and VPCs DNS support and host names.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Set `privateDnsEnabled` on interface endpoints, and `enableDnsSupport` and `enableDnsHostnames` on the VPC.",
  url: "https://docs.aws.amazon.com/vpc/latest/privatelink/interface-endpoints.html",
  reads: {
    [endpointType]: ["vpcEndpointType", "serviceName", "privateDnsEnabled"],
    "aws:ec2/vpc:Vpc": ["enableDnsSupport", "enableDnsHostnames"],
  },
  check({ type, props }, report) {
    if (type === endpointType) {
      if (props.at("vpcEndpointType").string() !== "Interface" || hasOtherWay(props.at("serviceName"))) return;
      requireTrue(props.at("privateDnsEnabled"), "Clients would still reach the public endpoint", report);
      return;
    }
    // DNS support is on unless switched off; host names are off unless switched on.
    if (props.at("enableDnsSupport").boolean() === false) {
      requireTrue(props.at("enableDnsSupport"), "Nothing in the VPC resolves names", report);
    }
    requireTrue(props.at("enableDnsHostnames"), "Private DNS of endpoints needs host names", report);
  },
};
