import type { Input } from "@pulumi/pulumi";
import type { ServiceImageArgs } from "./image";

/** What runs inside a task. */
export interface ContainerArgs {
  /** Environment variables beside PORT. Never put a secret here. Defaults to none. */
  readonly environment?: Input<Record<string, Input<string>>>;
  /** ARN of a Secrets Manager secret or an SSM parameter by name of the variable. Defaults to none. */
  readonly secrets?: Input<Record<string, Input<string>>>;
  /** Numeric user, or user:group, that the process runs as; never root. Defaults to "65532:65532". */
  readonly user?: Input<string>;
  /** Seconds between SIGTERM and SIGKILL, up to 120. Defaults to 60. */
  readonly stopTimeoutSeconds?: Input<number>;
}

/** What a task is made of. */
export interface ServiceTaskArgs extends ServiceImageArgs {
  /** ARN of the customer managed key that encrypts logs and sessions. */
  readonly encryptionKeyArn: Input<string>;
  /** Port that the container listens on; it receives it as PORT. Defaults to 8080. */
  readonly containerPort?: Input<number>;
  /** CPU units of a task. Defaults to 256. */
  readonly cpu?: Input<number>;
  /** Memory of a task in MiB. Defaults to 512. */
  readonly memory?: Input<number>;
  /** Processor architecture, a value of `Architecture`. Defaults to ARM64. */
  readonly architecture?: string;
  /** What runs inside a task. Defaults to user 65532 and no variables but PORT. */
  readonly container?: ContainerArgs;
  /** Whether people may open sessions in tasks. Defaults to false. */
  readonly enableExecuteCommand?: boolean;
  /** Days that logs are kept. Defaults to 365. */
  readonly logRetentionDays?: Input<number>;
}
