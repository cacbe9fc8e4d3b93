import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { Node } from "../shared/node";

function isDefault(policy: Node): boolean {
  return typeof policy.raw === "string" && policy.raw.includes('"key-default-1"');
}

export const kmsPolicyDefined: Control = {
  id: "kms-policy-defined",
  title: "Keys have a policy of their own",
  description: "KMS keys must have a policy that the program writes.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV2_AWS_64" }),
  remediationSteps: "Set `policy` on the key, or create an `aws.kms.KeyPolicy` for it.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
  reads: { "aws:kms/key:Key": ["policy"], "aws:kms/keyPolicy:KeyPolicy": ["keyId"] },
  checkStack(stack, report) {
    report.eachResource(stack.ofType("aws:kms/key:Key"), (key) => {
      const policy = key.props.at("policy");
      // The output `policy` holds AWS's default document when the program gave none.
      const written = !policy.isAbsent && policy.raw !== "" && !isDefault(policy);
      if (!written && stack.linked(["aws:kms/keyPolicy:KeyPolicy"], "keyId", key).length === 0) {
        report.violation({
          at: policy.path,
          what: "The key has AWS's default policy, which leaves everything to IAM",
          fix: "Set `policy` on the key, or create an `aws.kms.KeyPolicy` for it.",
        });
      }
    });
  },
};
