import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { detailOf, eachGrant } from "./judge/eachGrant";
import { identityReads } from "./judge/identityDocuments";

export const iamNoAdmin: Control = {
  id: "iam-no-admin",
  title: "No administrator permissions",
  description: "Identity policies must not allow every action of every service.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "IAM.1",
    controlTower: "CT.IAM.PR.1 CT.IAM.PR.2",
    checkov: "CKV_AWS_1 CKV_AWS_49 CKV_AWS_62 CKV_AWS_63",
    cdkNag: "IAM5 IAMPolicyNoStatementsWithAdminAccess",
    cis: "1.16",
  }),
  remediationSteps:
    "List the actions that the role really calls, each service's by name, on the resources it calls them on.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  reads: identityReads,
  check(resource, reporter, context) {
    eachGrant(resource, reporter, context, ({ kind, leaf, text, statement }, _, report) => {
      if (kind !== "all") return;
      const [target] = statement.resources;
      report.violation({
        at: leaf,
        what: `${statement.label} allows every action of every AWS service`,
        fix: 'List the actions that are needed, for instance `{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::<bucket>/*"]}`.',
        detail: detailOf(text, target?.isKnown ? String(target.raw) : ""),
      });
    });
  },
};
