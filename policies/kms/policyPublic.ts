import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { eachStatement, readResourceDocument } from "../documents/resourceDocument";
import { publicPrincipal } from "../documents/publicAccess";
import { keyReads } from "./keyDocument";

export const kmsPolicyPublic: Control = {
  id: "kms-policy-public",
  title: "Keys are not public",
  description: "Key policies must not let the public use the key.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ securityHub: "KMS.5", checkov: "CKV_AWS_33" }),
  remediationSteps: "Name the principals, or add a condition on kms:CallerAccount or aws:PrincipalOrgID.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
  reads: keyReads,
  check({ props }, report) {
    const document = readResourceDocument(props.at("policy"), report, { tellsFaults: true });
    if (!document) return;
    eachStatement(document, report, (statement) => {
      const anyone = publicPrincipal(statement);
      const everybodyBut =
        statement.allows && statement.has("NotPrincipal") ? statement.node.at("NotPrincipal") : undefined;
      const wide = anyone ?? everybodyBut;
      if (!wide) return;
      report.violation({
        at: wide,
        what: `${statement.label} lets everybody use the key`,
        fix: "Name the principals, or add a condition on `kms:CallerAccount` or `aws:PrincipalOrgID`.",
      });
    });
  },
};
