import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { detailOf, eachGrant } from "./judge/eachGrant";
import { identityReads } from "./judge/identityDocuments";
import { narrowed, someOf } from "./judge/suggestion";

export const iamNoServiceWildcard: Control = {
  id: "iam-no-service-wildcard",
  title: "No permission for a whole service",
  description: "Identity policies must not allow every action of a service.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "IAM.21",
    controlTower: "CT.IAM.PR.3 CT.IAM.PR.5",
    checkov: "CKV2_AWS_40",
    cdkNag: "IAM5 IAMPolicyNoStatementsWithFullAccess",
    trivy: "AWS-0345",
    cloudsplaining: "ServiceWildcard",
  }),
  remediationSteps: "Replace `service:*` by the actions that the role really calls.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-21",
  reads: identityReads,
  check(resource, reporter, context) {
    eachGrant(resource, reporter, context, ({ kind, leaf, text, statement, actions }, _, report) => {
      if (kind !== "service" && kind !== "services") return;
      const scope = kind === "service" ? `all of ${text.split(":")[0]}` : "actions of several services";
      const names = actions.map(({ name }) => name);
      const example = narrowed(statement, { actions: names.length > 0 ? names.slice(0, 3) : ["<service>:<Action>"] });
      report.violation({
        at: leaf,
        what: `${statement.label} allows ${scope}${names.length > 0 ? `: ${someOf(names)}` : ""}`,
        fix: `List the actions that are needed, in the form of \`${example}\`.`,
        detail: detailOf(text, statement.resources[0]?.isKnown ? String(statement.resources[0].raw) : ""),
      });
    });
  },
};
