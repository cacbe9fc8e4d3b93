import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";

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
  reads: { "aws:kms/key:Key": ["deletionWindowInDays", "isEnabled"] },
  check({ props, opts }, report, { settings }) {
    const enabled = props.at("isEnabled");
    report.each([enabled], () => {
      if (enabled.boolean() === false) {
        report.violation({ at: enabled, what: "The key is switched off", fix: "Set `isEnabled` to `true`." });
      }
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
