import { containerName } from "../shared/agreements";
import type { Surroundings } from "../shared/arns";
import { environmentVariables } from "../shared/environment";
import type { EnvironmentVariable } from "../shared/environment";
import { imageTags } from "../shared/imageTags";
import type { IntentStatement } from "../shared/intent";
import { repositoryUri } from "../shared/repositoryUri";
import { gateValues } from "../shared/scanGate";
import type { ScanGate } from "../shared/scanGate";
import { scanGateScript } from "../shared/scanGateScript";
import { deployScript } from "./deployScript";
import { originScript } from "./originScript";
import { deployStatements, originStatements, promoteStatements, verifyStatements } from "./stepPermissions";
import type { ServiceResources } from "./stepPermissions";
import { promoteScript } from "./tagScript";
import { verifyScript } from "./verifyScript";

/** A project of the pipeline's own: what it runs, with what, and what it may do. */
export interface Step {
  readonly noun: StepNoun;
  readonly description: string;
  readonly scripts: string[];
  readonly timeoutMinutes: number;
  readonly values: (where: Surroundings, subject: StepSubject) => Record<string, string>;
  readonly statements: (where: Surroundings, subject: StepSubject) => IntentStatement[];
}
export type StepNoun = "origin" | "deploy" | "verify" | "promote";

/** What the steps work on, by name. */
export interface StepSubject extends ServiceResources {
  readonly environmentName: string;
  readonly promotedTag: string;
  readonly gate: ScanGate;
  readonly requireSignature: boolean;
  readonly requireProvenance: boolean;
}

export interface StepSelection {
  /** Whether the image comes from another environment and must show its papers. */
  readonly origin: boolean;
  /** Whether the image goes on to another environment. */
  readonly promote: boolean;
  readonly deployTimeoutMinutes: number;
}

export function pipelineSteps({ origin, promote, deployTimeoutMinutes }: StepSelection): Step[] {
  const deploy: Step = {
    noun: "deploy",
    description: "Deploys the image by digest and fails as soon as ECS rolls it back",
    scripts: [deployScript],
    // The script gives up first: it asks ECS to roll back, which a stopped build could not.
    timeoutMinutes: deployTimeoutMinutes + 5,
    values: (where, subject) => ({
      ...serviceValues(subject),
      TASK_FAMILY: subject.serviceName,
      REPOSITORY_URI: repositoryUri(where, subject.repositoryName),
      DEPLOY_TIMEOUT_SECONDS: String(deployTimeoutMinutes * 60),
      POLL_SECONDS: "10",
    }),
    statements: deployStatements,
  };
  return [...(origin ? [originStep] : []), deploy, verifyStep, ...(promote ? [promoteStep] : [])];
}

const originStep: Step = {
  noun: "origin",
  description: "Checks release tag, signature, provenance and scan of an image that another environment built",
  scripts: [originScript, scanGateScript],
  timeoutMinutes: 75,
  values: (_, subject) => ({
    ...gateValues(subject.repositoryName, subject.gate),
    RELEASE_TAG_PREFIX: imageTags.releasePrefix,
    REQUIRE_SIGNATURE: String(subject.requireSignature),
    REQUIRE_PROVENANCE: String(subject.requireProvenance),
  }),
  statements: (where, subject) => originStatements(where, subject.repositoryName),
};

const verifyStep: Step = {
  noun: "verify",
  description: "Checks that the service runs the image, and records its digest",
  scripts: [verifyScript],
  timeoutMinutes: 10,
  values: (_, subject) => ({
    ...serviceValues(subject),
    REPOSITORY_NAME: subject.repositoryName,
    IMAGE_PARAMETER_NAME: subject.imageParameterName,
    ENVIRONMENT_TAG_PREFIX: imageTags.environmentPrefix,
    ENVIRONMENT_NAME: subject.environmentName,
  }),
  statements: verifyStatements,
};

const promoteStep: Step = {
  noun: "promote",
  description: "Hands the image to the next environment",
  scripts: [promoteScript],
  timeoutMinutes: 10,
  values: (_, subject) => ({ REPOSITORY_NAME: subject.repositoryName, PROMOTED_TAG: subject.promotedTag }),
  statements: (where, subject) => promoteStatements(where, subject.repositoryName),
};

export function stepVariables(step: Step, where: Surroundings, subject: StepSubject): EnvironmentVariable[] {
  return environmentVariables(step.values(where, subject));
}

const serviceValues = ({ clusterName, serviceName }: StepSubject) => ({
  CLUSTER_NAME: clusterName,
  SERVICE_NAME: serviceName,
  CONTAINER_NAME: containerName,
});
