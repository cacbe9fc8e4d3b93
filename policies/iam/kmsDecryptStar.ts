import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { openActions } from "./judge/breadth";
import { detailOf, eachGrant } from "./judge/eachGrant";
import { identityReads } from "./judge/identityDocuments";
import { narrowed } from "./judge/suggestion";

const decrypting = ["kms:Decrypt", "kms:ReEncryptFrom"];

export const iamKmsDecryptStar: Control = {
  id: "iam-kms-decrypt-star",
  title: "Decryption with named keys",
  description: "Identity policies must not allow kms:Decrypt or kms:ReEncryptFrom with every key.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ securityHub: "KMS.1 KMS.2" }),
  remediationSteps: "Name the keys by ARN, or limit the statement by kms:ResourceAliases or kms:ViaService.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html",
  reads: identityReads,
  check(resource, reporter, context) {
    eachGrant(resource, reporter, context, (grant, permissions, report) => {
      const actions = grant.actions.filter(({ name }) => decrypting.includes(name));
      if (actions.length === 0) return;
      const account = context.settings.ownAccounts[0] ?? "<account>";
      const scope = narrowed(grant.statement, {
        actions: [grant.text],
        resources: [`arn:aws:kms:<region>:${account}:key/<KeyId>`],
      });
      report.each(grant.statement.resources, (target) => {
        const [open] = openActions({ ...grant, actions, kind: "one" }, target, permissions);
        if (!open) return;
        report.violation({
          at: target,
          what: `${grant.statement.label} allows ${open.name} with every key`,
          fix: `Name the key: \`${scope}\`.`,
          detail: detailOf(grant.text, String(target.raw)),
        });
      });
    });
  },
};
