import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { eachTrust, trustReads } from "./judge/trust";

export const iamTrustNotPrincipal: Control = {
  id: "iam-trust-not-principal",
  title: "No Allow with NotPrincipal",
  description: "Trust policies must name who may assume the role, not who may not.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ parliament: "NOTPRINCIPAL_WITH_ALLOW" }),
  remediationSteps: "Replace `NotPrincipal` by the principals that are meant: everyone else in the world is let in.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html",
  reads: trustReads,
  check(resource, report) {
    eachTrust(resource, report, (statement) => {
      if (!statement.has("NotPrincipal")) return;
      report.violation({
        at: statement.node.at("NotPrincipal"),
        what: `${statement.label} lets everyone assume the role but those it names`,
        fix: "Name who may assume the role with `Principal`.",
      });
    });
  },
};
