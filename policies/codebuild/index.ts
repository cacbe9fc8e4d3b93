import type { Control } from "../shared/control";
import { cbKms } from "./kms";
import { cbArtifactsEncrypted } from "./artifactsEncrypted";
import { cbEnvCreds } from "./envCreds";
import { cbSourceUrl } from "./sourceUrl";
import { cbLogs } from "./logs";
import { cbS3logsEncrypted } from "./s3logsEncrypted";
import { cbPolicy } from "./policy";
import { cbPrivileged } from "./privileged";
import { cbManagedImage } from "./managedImage";
import { cbReportEncrypted } from "./reportEncrypted";
import { cbVisibility } from "./visibility";
import { cbTimeout } from "./timeout";
import { cbConcurrency } from "./concurrency";
import { cbWebhookFilter } from "./webhookFilter";
import { cbSourceCredential } from "./sourceCredential";
import { cbRoleScoped } from "./roleScoped";

export const codebuildControls: readonly Control[] = [
  cbKms,
  cbArtifactsEncrypted,
  cbEnvCreds,
  cbSourceUrl,
  cbLogs,
  cbS3logsEncrypted,
  cbPrivileged,
  cbManagedImage,
  cbReportEncrypted,
  cbVisibility,
  cbTimeout,
  cbConcurrency,
  cbWebhookFilter,
  cbSourceCredential,
  cbRoleScoped,
  cbPolicy,
];
