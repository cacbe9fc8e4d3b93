import { judgeAudience } from "../documents/audience";
import type { Control } from "../shared/control";

const policyType = "aws:secretsmanager/secretPolicy:SecretPolicy";
const secretType = "aws:secretsmanager/secret:Secret";

export const secretPolicy: Control = {
  id: "secret-policy",
  title: "Secrets let in only whom they know",
  description:
    "Policies of secrets must not let in the public or foreign accounts, and must be checked for it by AWS, too.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps: "Name the principals in the policy and set `blockPublicPolicy` to true.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
  reads: { [policyType]: ["policy", "blockPublicPolicy"], [secretType]: ["policy"] },
  check({ type, props }, report, { settings }) {
    report.each([props.at("policy")], (policy) => {
      judgeAudience(policy, report, settings, { subject: "the secret" });
    });
    const block = props.at("blockPublicPolicy");
    if (type === policyType && block.boolean() !== true) {
      report.violation({
        at: block,
        what: "AWS does not check that the policy is not public",
        fix: "Set `blockPublicPolicy` to `true`.",
      });
    }
  },
};
