import type { Control } from "../shared/control";
import { eachStatement } from "../documents/resourceDocument";
import { isKey, isOpenYet, isOwnAccount } from "./delegation";
import { allowsEverything, keyDocument, keyReads } from "./keyDocument";

export const kmsRootDelegation: Control = {
  id: "kms-root-delegation",
  title: "The account keeps its keys, and nobody else has every right",
  description: "Key policies must give every right to the own account as a whole, and to nobody else.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Keep the statement that allows kms:* to arn:aws:iam::<account>:root, and list the actions of every other principal.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#key-policy-default-allow-root-enable-iam",
  reads: keyReads,
  check(resource, report, { settings }) {
    const document = keyDocument(resource, report);
    if (!document) return;
    // While some statement is not known, it may be the one.
    let delegated = document.unknownStatements.length > 0 || document.statements.some(isOpenYet);
    eachStatement(document, report, (statement) => {
      if (statement.allows && statement.has("NotAction")) {
        const at = statement.node.at("NotAction");
        report.violation({
          at,
          what: `${statement.label} allows all actions but a few`,
          fix: "List the actions in `Action`.",
        });
      }
      if (!allowsEverything(statement)) {
        if (statement.allows) statement.actions.forEach((leaf) => leaf.value());
        return;
      }
      for (const principal of statement.principals) {
        if (isOwnAccount(principal, settings)) {
          delegated ||= !statement.has("Condition") && statement.resources.some(isKey);
          continue;
        }
        report.violation({
          at: principal.value,
          what: `${statement.label} gives every right on the key to a principal that is not the own account`,
          fix: "List the actions that the principal needs, such as `kms:Decrypt` and `kms:GenerateDataKey`.",
        });
      }
    });
    if (delegated) return;
    report.violation({
      at: "policy",
      what: "No statement gives the account itself every right, so the key can become unmanageable",
      fix: "Allow `kms:*` to `arn:aws:iam::<account>:root`.",
    });
  },
};
