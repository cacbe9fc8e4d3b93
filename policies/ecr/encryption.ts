import type { Reporter } from "../shared/control";
import { isCustomerKey } from "../shared/customerKey";
import type { Node } from "../shared/node";

const fix = 'Set `encryptionConfigurations` to `[{ encryptionType: "KMS", kmsKey: <key ARN> }]`.';

/** Judges `encryptionConfigurations`, which repositories and the templates for them share. */
export function judgeEncryption(configurations: Node, report: Reporter): void {
  // Absent means AES256 with a key that S3 manages.
  if (configurations.items().length === 0) {
    report.violation({ at: configurations, what: "The repository is encrypted with a key that AWS owns", fix });
  }
  report.each(configurations.items(), (configuration) => {
    const type = configuration.at("encryptionType");
    if (type.string() !== "KMS" && type.string() !== "KMS_DSSE") {
      report.violation({ at: type, what: "The repository is encrypted with a key that AWS owns", fix });
      return;
    }
    const key = configuration.at("kmsKey");
    if (!isCustomerKey(key)) {
      report.violation({ at: key, what: "The repository is encrypted with the AWS managed key", fix });
    }
  });
}
