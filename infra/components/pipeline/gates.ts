import type { Input } from "@pulumi/pulumi";
import type { ScanGateArgs } from "../shared/scanGate";

/** What an image from another environment must show. */
export interface OriginArgs {
  /** Whether ECR must have signed the image. Defaults to true. */
  readonly requireSignature?: Input<boolean>;
  /** Whether every platform needs an SBOM and provenance that names the release's commit. Defaults to true. */
  readonly requireProvenance?: Input<boolean>;
  /** What the scan of the image may find. Defaults to nothing of severity high or critical. */
  readonly scanGate?: ScanGateArgs;
}

/** A person who must agree before the deployment. */
export interface ApprovalArgs {
  /** What the person reads. Defaults to a request to look at the release. */
  readonly message?: Input<string>;
  /** ARN of the topic that hears of it. Defaults to none. */
  readonly topicArn?: Input<string>;
}

/** When a deployment may begin, and when it counts as good. */
export interface DeploymentConditionArgs {
  /** Names of alarms, at most four, that must be quiet before and after. Defaults to none. */
  readonly alarmNames?: Input<string>[];
  /** Minutes that the alarms must stay quiet afterwards. Defaults to 5. */
  readonly quietMinutes?: number;
  /** Cron expression of the times when a deployment may begin; its time zone is unverified. Defaults to always. */
  readonly deploymentWindow?: Input<string>;
}

/** The way out for conditions that CodePipeline refuses, or undefined. */
export function conditionProblem({ alarmNames = [], quietMinutes = 5 }: DeploymentConditionArgs): string | undefined {
  // A condition takes five rules, and the window is one of them.
  if (alarmNames.length > 4) return "Name at most four alarms: combine more of them in a composite alarm.";
  if (!Number.isInteger(quietMinutes) || quietMinutes < 1 || quietMinutes > 60) {
    return "Set `quietMinutes` to a whole number from 1 to 60.";
  }
  return undefined;
}
