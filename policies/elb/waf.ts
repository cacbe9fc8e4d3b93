import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { loadBalancerTypes, reads } from "../shared/tokens";
import { isApplication } from "./kinds";

const associationTypes = [
  "aws:wafv2/webAclAssociation:WebAclAssociation",
  "aws:wafregional/webAclAssociation:WebAclAssociation",
];

export const albWaf: Control = {
  id: "alb-waf",
  title: "Public load balancers stand behind a web ACL",
  description: "Internet-facing application load balancers must be associated with an AWS WAF web ACL.",
  severity: "medium",
  levels: { dev: "disabled", prod: "advisory" },
  references: elsewhere({ securityHub: "ELB.16", checkov: "CKV2_AWS_28", cdkNag: "ALBWAFEnabled" }),
  remediationSteps: "Create an `aws.wafv2.WebAclAssociation` whose `resourceArn` is the load balancer's ARN.",
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html",
  reads: { ...reads(loadBalancerTypes, "internal", "loadBalancerType"), ...reads(associationTypes, "resourceArn") },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...loadBalancerTypes), (loadBalancer) => {
      const internal = loadBalancer.props.at("internal");
      if (!isApplication(loadBalancer) || internal.boolean() === true) return;
      if (stack.linked(associationTypes, "resourceArn", loadBalancer).length === 0) {
        report.violation({
          at: internal,
          what: "The load balancer faces the internet without a web ACL",
          fix: "Associate a web ACL with the load balancer's ARN, or set `internal` to `true`.",
        });
      }
    });
  },
};
