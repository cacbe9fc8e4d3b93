import { Connection } from "@pulumi/aws/codeconnections/connection";
import { all, output } from "@pulumi/pulumi";
import type { ComponentResource, Input, Output } from "@pulumi/pulumi";
import * as arns from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import { branchUpdated, imagePromoted } from "../shared/events";
import type { EventPattern } from "../shared/events";
import { imageTags } from "../shared/imageTags";
import { generated } from "../shared/intent";
import { shorten, physicalName } from "../shared/names";
import type { SourceResource } from "./permissions";
import type { PipelineSourceArgs } from "./source";
import type { SourceAction } from "./stages";

/** The source of a pipeline, as the rest of the component needs it. */
export interface Source {
  readonly action: SourceAction<Input<string>>;
  readonly connectionArn?: Output<string>;
  /** Status of a new connection; an existing one is somebody else's business. */
  readonly connectionStatus?: Output<string>;
  /** Event that starts the pipeline, where CodePipeline does not listen by itself. */
  readonly event?: Output<EventPattern>;
}

export function createSource(
  name: string,
  { connection, codeCommit, image }: PipelineSourceArgs,
  repositoryName: Input<string>,
  where: Output<Surroundings>,
  parent: ComponentResource,
): Source {
  if (connection) {
    const { repositoryId, branch = "main", connectionArn, providerType = "GitHub", triggers } = connection;
    const own =
      connectionArn === undefined
        ? new Connection(`${name}-connection`, { name: shorten(physicalName(name), 32), providerType }, { parent })
        : undefined;
    const ConnectionArn = own?.arn ?? output(connectionArn as Input<string>);
    const configuration = {
      ConnectionArn,
      FullRepositoryId: repositoryId,
      BranchName: branch,
      OutputArtifactFormat: "CODE_ZIP",
      // Triggers replace the default change detection.
      DetectChanges: triggers === undefined ? "true" : "false",
    };
    return {
      action: { provider: "CodeStarSourceConnection", configuration },
      connectionArn: ConnectionArn,
      connectionStatus: own?.connectionStatus,
    };
  }
  if (codeCommit) {
    const { repositoryName: RepositoryName, branch: BranchName = "main" } = codeCommit;
    const configuration = { RepositoryName, BranchName, PollForSourceChanges: "false" };
    const event = all([where, RepositoryName, BranchName]).apply(([at, repository, branch]) =>
      branchUpdated(arns.arn(at, "codecommit", repository), branch),
    );
    return { action: { provider: "CodeCommit", configuration }, event };
  }
  const ImageTag = image?.tag ?? imageTags.promoted;
  const event = all([repositoryName, ImageTag]).apply(([repository, tag]) => imagePromoted(repository, tag));
  return { action: { provider: "ECR", configuration: { RepositoryName: repositoryName, ImageTag } }, event };
}

/** What the pipeline's role may fetch; a connection that does not exist yet stands in by pattern. */
export function sourceResource(
  { connection, codeCommit }: PipelineSourceArgs,
  repositoryName: Input<string>,
  where: Output<Surroundings>,
  connectionArn?: Input<string>,
): Output<SourceResource> {
  if (connection) {
    const arn = connectionArn ?? connection.connectionArn;
    return all([where, connection.repositoryId, arn]).apply(([at, repositoryId, known]) => ({
      connection: { arn: known ?? arns.arn(at, "codeconnections", `connection/${generated}`), repositoryId },
    }));
  }
  return codeCommit
    ? output(codeCommit.repositoryName).apply((codeCommitRepository) => ({ codeCommitRepository }))
    : output(repositoryName).apply((imageRepository) => ({ imageRepository }));
}
