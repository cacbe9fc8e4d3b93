import type { Reporter } from "../shared/control";
import { isCustomerKey } from "../shared/customerKey";
import type { Node } from "../shared/node";
import type { Resource } from "../shared/resource";
import { inlineBlocks } from "./inline";

export const encryptionFix =
  "Encrypt it with `sseAlgorithm` `aws:kms`, `kmsMasterKeyId` your own key and `bucketKeyEnabled` `true`.";

/** The rules that the bucket itself holds. */
export function inlineRules(bucket: Resource): Node[] {
  return inlineBlocks(bucket, "serverSideEncryptionConfiguration").flatMap((block) => [
    ...block.at("rule").items(),
    ...block.at("rules").items(),
  ]);
}

/** Judges one rule of an encryption configuration, whichever of the spellings it has. */
export function judgeRule(rule: Node, report: Reporter): void {
  const single = rule.at("applyServerSideEncryptionByDefault");
  const byDefault = single.isAbsent ? rule.at("applyServerSideEncryptionByDefaults", 0) : single;
  const given = byDefault.isAbsent ? single : byDefault;
  const algorithm = given.at("sseAlgorithm");
  if (!["aws:kms", "aws:kms:dsse"].includes(algorithm.string() ?? "")) {
    report.violation({ at: algorithm, what: "The bucket is encrypted with keys that S3 manages", fix: encryptionFix });
    return;
  }
  const key = given.at("kmsMasterKeyId");
  if (!isCustomerKey(key)) {
    report.violation({ at: key, what: "The bucket is encrypted with the AWS managed key", fix: encryptionFix });
  }
  // Dual-layer encryption has no bucket keys.
  if (algorithm.raw === "aws:kms" && rule.at("bucketKeyEnabled").boolean() !== true) {
    report.violation({ at: rule.at("bucketKeyEnabled"), what: "Each object asks KMS on its own", fix: encryptionFix });
  }
}
