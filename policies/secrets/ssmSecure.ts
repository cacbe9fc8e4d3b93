import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { isCustomerKey } from "../shared/customerKey";
import { isPlainSecret } from "../shared/plainVariables";
import { looksLikeSecretName } from "../shared/secretLooking";

const parameterType = "aws:ssm/parameter:Parameter";
const passwordType = "random:index/randomPassword:RandomPassword";
const what = "The parameter holds a secret in plain text";
const fix = "Set `type` to `SecureString` and `keyId` to the ARN of a customer managed key.";

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
  reads: { [parameterType]: ["name", "type", "keyId", "value", "insecureValue", "valueWo"] },
  check({ props, name: pulumiName, secrets }, report) {
    const type = props.at("type");
    if (type.string() === "SecureString") {
      const key = props.at("keyId");
      if (isCustomerKey(key)) return;
      report.violation({
        at: key,
        what: "The parameter is encrypted with the AWS managed key",
        fix: "Set `keyId` to the ARN of a customer managed key.",
      });
      return;
    }
    const physical = props.at("name");
    const names = [pulumiName, physical.isKnown ? (physical.string()?.split("/").pop() ?? "") : ""];
    const suspicious = names.find(looksLikeSecretName) ?? "";
    // The SDK marks `value` as secret in every parameter; in `insecureValue` only the program does.
    const holds = ["insecureValue", "value", "valueWo"].some((property) =>
      isPlainSecret(suspicious, props.at(property), property === "insecureValue" && secrets?.has(property) === true),
    );
    if (holds) report.violation({ at: type, what, fix });
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(parameterType), ({ props, propertyDependencies }) => {
      const made = [propertyDependencies["value"] ?? [], propertyDependencies["insecureValue"] ?? []].flat();
      const type = props.at("type");
      if (type.isUnknown || type.raw === "SecureString") return;
      if (made.some((source) => source.type === passwordType)) report.violation({ at: type, what, fix });
    });
  },
};
