import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { reads } from "../shared/tokens";
import { judgeAccess } from "./access";

export const ecrPolicyPublic: Control = {
  id: "ecr-policy-public",
  title: "Registry and repositories are not public",
  description: "Policies of ECR repositories and registries must not be open to everyone, or let other accounts write.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV_AWS_32", cdkNag: "ECR1", trivy: "AWS-0032" }),
  remediationSteps:
    "Name accounts or roles in `Principal`, or add a condition on `aws:PrincipalOrgID`. Give other accounts only actions that read or list.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html",
  reads: reads(["aws:ecr/repositoryPolicy:RepositoryPolicy", "aws:ecr/registryPolicy:RegistryPolicy"], "policy"),
  check({ props }, report, { settings }) {
    judgeAccess(props.at("policy"), settings, report);
  },
};
