import { eachStatement } from "../documents/resourceDocument";
import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { grantingPrincipal } from "./grantingPrincipal";
import { deniesOtherGrants, isAdministration, limitsGrants } from "./grantLimits";
import { allowsAction, grantType, keyDocument, keyReads } from "./keyDocument";

export const kmsGrant: Control = {
  id: "kms-grant",
  title: "Grants are made for AWS resources only",
  description: "Who may create grants on a key must be limited to grants for AWS services.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ controlTower: "CT.KMS.PR.3 CT.KMS.PV.1" }),
  remediationSteps:
    "Put kms:CreateGrant into a statement of its own with the condition Bool kms:GrantIsForAWSResource true (or kms:ViaService with the service).",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/grants.html",
  reads: { ...keyReads, [grantType]: ["operations"] },
  check(resource, report, { settings }) {
    const operations = resource.type === grantType ? resource.props.at("operations").items() : [];
    report.each(operations, (operation) => {
      if (operation.string() !== "CreateGrant") return;
      report.violation({
        at: operation,
        what: "The grant lets its holder make further grants",
        fix: "Remove `CreateGrant` from `operations`.",
      });
    });
    const document = resource.type === grantType ? undefined : keyDocument(resource, report);
    if (!document || deniesOtherGrants(document)) return;
    eachStatement(document, report, (statement) => {
      const grants = allowsAction(statement, "kms:creategrant");
      if (!grants && statement.allows) statement.actions.forEach((leaf) => leaf.value());
      if (!grants || limitsGrants(statement) || isAdministration(statement)) return;
      const holder = grantingPrincipal(statement, settings);
      if (!holder) return;
      report.violation({
        at: holder,
        what: `${statement.label} lets the principal hand the key on to anybody by a grant`,
        fix: "Add the condition `Bool` `kms:GrantIsForAWSResource` `true`.",
      });
    });
  },
};
