import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";

export const vpcSubnetNoPublic: Control = {
  id: "vpc-subnet-no-public",
  title: "Subnets give no public addresses",
  description: "Subnets must not give public addresses to whatever starts in them.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "EC2.15",
    controlTower: "CT.EC2.PR.11",
    checkov: "CKV_AWS_130",
    cdkNag: "VPCSubnetAutoAssignPublicIpDisabled",
    trivy: "AWS-0164",
  }),
  remediationSteps:
    "Leave `mapPublicIpOnLaunch` off. A load balancer and a NAT gateway get their public addresses without it.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html",
  reads: { "aws:ec2/subnet:Subnet": ["mapPublicIpOnLaunch", "assignIpv6AddressOnCreation", "ipv6Native"] },
  check({ props }, report) {
    report.each([props.at("mapPublicIpOnLaunch"), props.at("assignIpv6AddressOnCreation")], (flag) => {
      // A subnet with IPv6 alone cannot do without.
      if (flag.boolean() !== true || props.at("ipv6Native").boolean() === true) return;
      report.violation({
        at: flag,
        what: "Whatever starts in the subnet gets a public address",
        fix: `Set \`${flag.path}\` to \`false\`.`,
      });
    });
  },
};
