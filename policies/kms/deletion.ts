import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { reads } from "../shared/tokens";

const keyType = "aws:kms/key:Key";
const importedTypes = ["aws:kms/externalKey:ExternalKey", "aws:kms/replicaExternalKey:ReplicaExternalKey"];

export const kmsDeletion: Control = {
  id: "kms-deletion",
  title: "A deleted key can be restored for 30 days",
  description:
    "KMS keys must be enabled, and in protected environments be protected and keep the longest waiting period.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ securityHub: "KMS.3", checkov: "CKV_AWS_227" }),
  remediationSteps:
    "Set `deletionWindowInDays` to 30 (the default), leave `isEnabled` on, and give the key the resource option `protect`.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
  reads: {
    [keyType]: ["deletionWindowInDays", "isEnabled"],
    "aws:kms/replicaKey:ReplicaKey": ["deletionWindowInDays", "enabled"],
    // One that waits for its material cannot be switched on.
    ...reads(importedTypes, "deletionWindowInDays"),
  },
  check({ type, props, opts }, report, { settings }) {
    const enabled = props.at(type === keyType ? "isEnabled" : "enabled");
    report.each([enabled], () => {
      if (importedTypes.includes(type) || enabled.boolean() !== false) return;
      report.violation({ at: enabled, what: "The key is switched off", fix: `Set \`${enabled.path}\` to \`true\`.` });
    });
    if (!settings.environment.protected) return;
    if (!opts.protect) {
      report.violation({
        at: "",
        what: "A mistaken `pulumi destroy` would schedule the key's deletion",
        fix: "Set the resource option `protect` to `true`.",
      });
    }
    const window = props.at("deletionWindowInDays");
    if ((window.number() ?? 30) < 30) {
      report.violation({
        at: window,
        what: "There is little time to notice that the key was deleted",
        fix: "Set `deletionWindowInDays` to 30.",
      });
    }
  },
};
