import type { Control } from "../shared/control";
import { isCustomerKey } from "../shared/customerKey";
import { clusterType, serviceType } from "./types";

export const ecsEphemeralKms: Control = {
  id: "ecs-ephemeral-kms",
  title: "Storage of tasks encrypted with a customer managed key",
  description: "ECS clusters should encrypt the storage of tasks with a customer managed KMS key.",
  severity: "medium",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps:
    "Set `configuration.managedStorageConfiguration` with `fargateEphemeralStorageKmsKeyId` and `kmsKeyId`.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-storage-encryption.html",
  reads: {
    [clusterType]: [
      "configuration.managedStorageConfiguration.fargateEphemeralStorageKmsKeyId",
      "configuration.managedStorageConfiguration.kmsKeyId",
    ],
    [serviceType]: ["volumeConfiguration.managedEbsVolume.encrypted", "volumeConfiguration.managedEbsVolume.kmsKeyId"],
  },
  check({ type, props }, report) {
    if (type === serviceType) {
      const encrypted = props.at("volumeConfiguration", "managedEbsVolume", "encrypted");
      // Absent, the key of the cluster or of the account counts.
      if (encrypted.boolean() !== false) return;
      const what = "The volumes of tasks are not encrypted unless the account encrypts all of them";
      report.violation({ at: encrypted, what, fix: "Set `encrypted` to `true`, and `kmsKeyId` to your own key." });
      return;
    }
    const storage = props.at("configuration", "managedStorageConfiguration");
    report.each([storage.at("fargateEphemeralStorageKmsKeyId"), storage.at("kmsKeyId")], (key) => {
      if (isCustomerKey(key)) return;
      report.violation({
        at: key,
        what: "The storage of tasks is encrypted with a key that AWS owns",
        fix: "Set it to the ARN of a customer managed key.",
      });
    });
  },
};
