import { ReportGroup } from "@pulumi/aws/codebuild/reportGroup";
import type { ComponentResource, Input } from "@pulumi/pulumi";
import { projectName } from "../shared/buildProject";
import { mergeTags } from "../shared/tags";
import { reportName } from "./imageBuildspec";

export interface ReportGroupDefinition {
  readonly artifactBucketName: Input<string>;
  readonly encryptionKeyArn: Input<string>;
  readonly tags?: Input<Record<string, Input<string>>>;
}

/** Where test reports are kept, as long as the bucket keeps them. CodeBuild's role may write to this group only. */
export function createReportGroup(
  name: string,
  definition: ReportGroupDefinition,
  parent: ComponentResource,
): ReportGroup {
  const group = `${projectName(name)}-${reportName}`;
  return new ReportGroup(
    `${name}-reports`,
    {
      name: group,
      type: "TEST",
      deleteReports: true,
      exportConfig: {
        type: "S3",
        s3Destination: {
          bucket: definition.artifactBucketName,
          path: "reports",
          packaging: "ZIP",
          encryptionDisabled: false,
          encryptionKey: definition.encryptionKeyArn,
        },
      },
      tags: mergeTags({ Name: group }, definition.tags),
    },
    { parent },
  );
}
