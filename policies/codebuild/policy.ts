import { judgeAudience } from "../documents/audience";
import type { Control } from "../shared/control";

export const cbPolicy: Control = {
  id: "cb-policy",
  title: "Projects and reports are shared with known accounts only",
  description: "Policies of CodeBuild projects and report groups must not let in the public or foreign accounts.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps: "Name the accounts or roles in `Principal`, and foreign accounts in the setting `trustedAccounts`.",
  url: "https://docs.aws.amazon.com/codebuild/latest/userguide/project-sharing.html",
  reads: { "aws:codebuild/resourcePolicy:ResourcePolicy": ["policy"] },
  check({ props }, report, { settings }) {
    judgeAudience(props.at("policy"), report, settings, { subject: "the builds and reports" });
  },
};
