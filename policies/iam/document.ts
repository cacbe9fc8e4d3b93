import type { Control } from "../shared/control";
import { identityFaults, trustFaults } from "./judge/documentFaults";
import { tellReading } from "./judge/documentReport";
import {
  declaredFor,
  documentNodes,
  identityReads,
  readDocument,
  readIdentityDocument,
} from "./judge/identityDocuments";

export const iamDocument: Control = {
  id: "iam-document",
  title: "IAM documents can be judged",
  description:
    "Identity and trust policies must be documents that AWS accepts and must be known before they are created.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Correct what the message names: a document that does not parse is refused by AWS, or read otherwise than it was meant. For a document that is not known in preview, build its ARNs from names, account and region, or declare its statements as an input of the component.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
  reads: { ...identityReads, "aws:iam/role:Role": ["inlinePolicies.policy", "assumeRolePolicy"] },
  // In a strict run an undecided document would otherwise stop a program that declares nothing, for good.
  exemptable: true,
  check(resource, report, context) {
    if (resource.type === "aws:iam/role:Role") {
      const trust = resource.props.at("assumeRolePolicy");
      tellReading(trust, readDocument(trust), trustFaults, report);
    }
    report.each(documentNodes(resource), (node) => {
      const reading = readIdentityDocument(node, resource, context);
      tellReading(node, reading, identityFaults, report, declaredFor(reading, node, resource, context));
    });
  },
};
