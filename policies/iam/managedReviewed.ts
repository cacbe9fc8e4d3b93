import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { attachedArns, attachmentReads } from "./judge/attachedArns";
import { isAwsManaged, isTooBroad, managedName } from "./judge/managedPolicies";

interface Config {
  readonly allowed: readonly { readonly name: string; readonly reason: string }[];
}

export const iamManagedReviewed: Control<Config> = {
  id: "iam-managed-reviewed",
  title: "AWS managed policies are reviewed",
  description: "AWS managed policies must be on the list of allowed ones, each with a reason.",
  severity: "medium",
  levels: { dev: "advisory", prod: "advisory" },
  references: elsewhere({ cdkNag: "IAM4" }),
  remediationSteps:
    "Replace the policy by one that names its resources (AmazonECSTaskExecutionRolePolicy, for instance, pulls from every repository), or put its name and a reason on the control's list `allowed`.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
  reads: attachmentReads,
  configSchema: {
    properties: {
      allowed: {
        type: "array",
        default: [],
        description: "AWS managed policies that may be attached, by name, each with the reason.",
        items: {
          type: "object",
          required: ["name", "reason"],
          additionalProperties: false,
          properties: { name: { type: "string" }, reason: { type: "string", minLength: 10 } },
        },
      },
    },
  },
  check(resource, report, { config }) {
    report.each(attachedArns(resource), (arn) => {
      const text = String(arn.raw);
      // The broad ones are iam-no-aws-managed's, and no list lifts them.
      if (!isAwsManaged(text) || isTooBroad(text)) return;
      const name = managedName(text);
      if (config.allowed.some((entry) => entry.name === name)) return;
      report.violation({
        at: arn,
        what: `The AWS managed policy ${name} is not on the list of allowed ones`,
        fix: `Write a policy that names its resources, or add { name: "${name}", reason: … } to \`allowed\`.`,
        detail: name,
      });
    });
  },
};
