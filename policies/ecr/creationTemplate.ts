import type { Control } from "../shared/control";
import { judgeAccess } from "./access";
import { judgeEncryption } from "./encryption";
import { judgeLifecycle } from "./lifecycleRules";
import { judgeMutability, movingTags } from "./mutability";
import { retention } from "./retention";
import { templateType } from "./types";

export const ecrCreationTemplate: Control = {
  id: "ecr-creation-template",
  title: "Repositories that ECR creates follow the same rules",
  description:
    "Creation templates must demand customer managed encryption, immutable tags, a lifecycle policy and a narrow policy.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Set `encryptionConfigurations`, `imageTagMutability`, `lifecyclePolicy` and, where others need access, a narrow `repositoryPolicy`.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates.html",
  reads: {
    [templateType]: [
      "encryptionConfigurations.encryptionType",
      "encryptionConfigurations.kmsKey",
      "imageTagMutability",
      "imageTagMutabilityExclusionFilters.filter",
      "lifecyclePolicy",
      "repositoryPolicy",
    ],
  },
  check({ props }, report, { settings }) {
    // Each part on its own, so that one unknown or malformed part hides no other.
    report.each([props.at("encryptionConfigurations")], (node) => judgeEncryption(node, report));
    report.each([props], (node) => judgeMutability(node, movingTags, report));
    report.each([props.at("repositoryPolicy")], (node) => judgeAccess(node, settings, report));
    report.each([props.at("lifecyclePolicy")], (node) => {
      if (!node.isAbsent) {
        judgeLifecycle(node, retention, report);
        return;
      }
      report.violation({
        at: node,
        what: "Images of the repositories it creates are kept for ever",
        fix: "Set `lifecyclePolicy` to a document that expires untagged images.",
      });
    });
  },
};
