import type { Control } from "../shared/control";
import { s3Bpa } from "./bpa";
import { s3Kms } from "./kms";
import { s3TlsOnly } from "./tlsOnly";
import { s3PolicyScope } from "./policyScope";
import { s3Lockout } from "./lockout";
import { s3Ownership } from "./ownership";
import { s3Versioning } from "./versioning";
import { s3Lifecycle } from "./lifecycle";
import { s3Logging } from "./logging";
import { s3Events } from "./events";
import { s3Lock } from "./lock";
import { s3Replication } from "./replication";
import { s3Mfa } from "./mfa";
import { s3ForceDestroy } from "./forceDestroy";
import { s3Name } from "./name";

export const s3Controls: readonly Control[] = [
  s3Bpa,
  s3Kms,
  s3TlsOnly,
  s3PolicyScope,
  s3Lockout,
  s3Ownership,
  s3Versioning,
  s3Lifecycle,
  s3Logging,
  s3Events,
  s3Lock,
  s3Replication,
  s3Mfa,
  s3ForceDestroy,
  s3Name,
];
