import { readResourceDocument } from "../documents/resourceDocument";
import type { Control } from "../shared/control";
import { isDefault, judgeEndpoint } from "./endpointDocument";
import { judgeLayers } from "./imageLayers";

const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";
const policyType = "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy";
export const vpcEndpointPolicy: Control = {
  id: "vpc-endpoint-policy",
  title: "Endpoints reach only what belongs here",
  description: "VPC endpoints should have a policy that is limited to the own account or organization.",
  severity: "medium",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps:
    "Set `policy` with a condition on aws:PrincipalAccount or aws:ResourceAccount. For s3, also allow s3:GetObject on prod-<region>-starport-layer-bucket, where ECR keeps image layers.",
  url: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  reads: { [endpointType]: ["policy", "serviceName"], [policyType]: ["policy", "vpcEndpointId"] },
  check({ type, props }, report, { settings }) {
    const policy = props.at("policy");
    if (type === policyType || !policy.isAbsent) judgeEndpoint(policy, props.at("serviceName"), settings, report);
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(policyType), (resource) => {
      const policy = resource.props.at("policy");
      // `check` tells about one that is not known yet.
      const endpoint = policy.isKnown ? stack.target(resource, "vpcEndpointId", [endpointType]) : undefined;
      const document = endpoint && readResourceDocument(policy, report, { tellsFaults: false });
      if (document) judgeLayers(document, policy, endpoint.props.at("serviceName"), report);
    });
    report.eachResource(stack.ofType(endpointType), (endpoint) => {
      const policy = endpoint.props.at("policy");
      const given = !policy.isAbsent && !isDefault(policy);
      if (given || stack.linked([policyType], "vpcEndpointId", endpoint).length > 0) return;
      report.violation({
        at: policy.path,
        what: "The endpoint lets everything through to every account",
        fix: "Set `policy` with a condition on `aws:PrincipalAccount` or `aws:ResourceAccount`.",
      });
    });
  },
};
