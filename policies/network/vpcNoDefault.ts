import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";

export const vpcNoDefault: Control = {
  id: "vpc-no-default",
  title: "The default network is not used",
  description: "Programs must not use the default VPC or its subnets.",
  severity: "medium",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV_AWS_148", trivy: "AWS-0101" }),
  remediationSteps: "Make a VPC of your own: the default one is public and shared by everything in the account.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html",
  reads: { "aws:ec2/defaultVpc:DefaultVpc": [], "aws:ec2/defaultSubnet:DefaultSubnet": [] },
  check(_resource, report) {
    report.violation({ at: "", what: "The default network is public and shared", fix: "Use a VPC of your own." });
  },
};
