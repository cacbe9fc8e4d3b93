import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { isHarmlessValue, looksLikeSecretName, looksLikeSecretValue } from "../shared/secretLooking";

export const ssmSecure: Control = {
  id: "ssm-secure",
  title: "Secret parameters are SecureString with a customer managed key",
  description:
    "SSM parameters that hold a secret must be of type SecureString, encrypted with a customer managed KMS key.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV_AWS_337 CKV_AWS_384 CKV2_AWS_34" }),
  remediationSteps:
    "Set `type` to SecureString and `keyId` to the ARN of your own key; give the value through `valueWo`.",
  url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html",
  reads: { "aws:ssm/parameter:Parameter": ["name", "type", "keyId", "value", "insecureValue"] },
  check({ props, name: pulumiName, secrets }, report) {
    const type = props.at("type");
    if (type.string() === "SecureString") {
      const key = props.at("keyId");
      if (!key.isUnknown && (key.isAbsent || /(^|:)alias\/aws\/ssm$/.test(key.string() ?? ""))) {
        report.violation({
          at: key,
          what: "The parameter is encrypted with the AWS managed key",
          fix: "Set `keyId` to the ARN of a customer managed key.",
        });
      }
      return;
    }
    const physical = props.at("name");
    const names = [pulumiName, physical.isKnown ? (physical.string()?.split("/").pop() ?? "") : ""];
    const values = [props.at("value"), props.at("insecureValue")].filter((node) => node.isKnown);
    const marked = secrets?.has("value") === true || secrets?.has("insecureValue") === true;
    const telling = values.some((value) => looksLikeSecretValue(value.string() ?? ""));
    const named = names.some(looksLikeSecretName) && !values.some((value) => isHarmlessValue(value.string() ?? ""));
    if (marked || telling || named) {
      report.violation({
        at: type,
        what: "The parameter holds a secret in plain text",
        fix: "Set `type` to `SecureString` and `keyId` to the ARN of a customer managed key.",
      });
    }
  },
};
