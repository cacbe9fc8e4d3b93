import { isPositive } from "../documents/operators";
import { textOf } from "../documents/conditions";
import { eachStatement } from "../documents/resourceDocument";
import type { Statement } from "../documents/statement";
import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { allowsAction, isAccount, keyDocument, keyReads } from "./keyDocument";

const grantType = "aws:kms/grant:Grant";

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
  check(resource, report) {
    if (resource.type === grantType) {
      const passesOn = resource.props
        .at("operations")
        .items()
        .find((operation) => operation.string() === "CreateGrant");
      if (passesOn) {
        report.violation({
          at: passesOn,
          what: "The grant lets its holder make further grants",
          fix: "Remove `CreateGrant` from `operations`.",
        });
      }
      return;
    }
    const document = keyDocument(resource, report);
    if (!document) return;
    eachStatement(document, report, (statement) => {
      const grants = allowsAction(statement, "kms:creategrant");
      if (!grants && statement.allows) statement.actions.forEach((leaf) => leaf.value());
      if (!grants || isLimited(statement)) return;
      // The account as a whole delegates to its identity policies, which `iam-*` controls judge. A service keeps to
      // its own resources: `kms-service-source` asks whose they are.
      const holder = statement.principals.find(
        ({ type, value }) => type !== "Service" && value.isKnown && !isAccount(value),
      );
      if (!holder) {
        // A principal that is not known yet may be a role.
        statement.principals.filter(({ type }) => type === "AWS").forEach(({ value }) => value.value());
        return;
      }
      report.violation({
        at: holder.value,
        what: `${statement.label} lets the principal hand the key on to anybody by a grant`,
        fix: "Add the condition `Bool` `kms:GrantIsForAWSResource` `true`.",
      });
    });
  },
};

function isLimited(statement: Statement): boolean {
  return statement.conditions.some((condition) => {
    if (!isPositive(condition.operator) || condition.values.length === 0) return false;
    if (condition.lowerKey === "kms:viaservice") return condition.values.every((value) => !/[*?]/.test(textOf(value)));
    return (
      condition.lowerKey === "kms:grantisforawsresource" &&
      condition.values.every((value) => textOf(value).toLowerCase() === "true")
    );
  });
}
