import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { isCustomerKey } from "../shared/customerKey";
import { pipelineType } from "./stages";

export const cpArtifactKms: Control = {
  id: "cp-artifact-kms",
  title: "Pipeline artifacts encrypted with a customer managed key",
  description: "CodePipeline artifact stores must be encrypted with a customer managed KMS key.",
  severity: "medium",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV_AWS_219" }),
  remediationSteps: "Set `encryptionKey` of every artifact store to `{ id, type: KMS }` with the ARN of your own key.",
  url: "https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html",
  reads: { [pipelineType]: ["artifactStores.encryptionKey.id", "artifactStores.encryptionKey.type"] },
  check({ props }, report) {
    report.each(props.at("artifactStores").items(), (store) => {
      const key = store.at("encryptionKey");
      const type = key.at("type");
      // Absent means the AWS managed key for S3. KMS is the only type there is.
      if (isCustomerKey(key.at("id")) && (type.isUnknown || type.string() === "KMS")) return;
      report.violation({
        at: key.at("id"),
        what: "Artifacts are encrypted with the AWS managed key for S3",
        fix: 'Set `encryptionKey` to `{ id: <key ARN>, type: "KMS" }`.',
      });
    });
  },
};
