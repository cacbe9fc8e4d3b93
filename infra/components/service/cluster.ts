import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup";
import { Cluster } from "@pulumi/aws/ecs/cluster";
import { ClusterCapacityProviders } from "@pulumi/aws/ecs/clusterCapacityProviders";
import type { ComponentResource, Input } from "@pulumi/pulumi";

export interface ClusterDefinition {
  readonly encryptionKeyArn: Input<string>;
  readonly encryptTaskStorage?: boolean;
  readonly logRetentionDays?: Input<number>;
  readonly tags: Input<Record<string, Input<string>>>;
}

export interface ServiceCluster {
  readonly cluster: Cluster;
  readonly capacityProviders: ClusterCapacityProviders;
}

/** Where sessions of ECS Exec are logged. */
export const execLogGroup = (clusterName: string) => `/ecs/${clusterName}/exec`;

/** A cluster that reports on its tasks and keeps a record of whoever opens a session in one. */
export function createCluster(
  name: string,
  physicalName: string,
  definition: ClusterDefinition,
  parent: ComponentResource,
): ServiceCluster {
  const { encryptionKeyArn, tags } = definition;
  const sessions = new LogGroup(
    `${name}-exec-logs`,
    {
      name: execLogGroup(physicalName),
      kmsKeyId: encryptionKeyArn,
      retentionInDays: definition.logRetentionDays ?? 365,
      tags,
    },
    { parent },
  );
  const cluster = new Cluster(
    `${name}-cluster`,
    {
      name: physicalName,
      settings: [{ name: "containerInsights", value: "enhanced" }],
      configuration: {
        executeCommandConfiguration: {
          kmsKeyId: encryptionKeyArn,
          logging: "OVERRIDE",
          logConfiguration: { cloudWatchEncryptionEnabled: true, cloudWatchLogGroupName: sessions.name },
        },
        managedStorageConfiguration:
          definition.encryptTaskStorage === false
            ? undefined
            : { fargateEphemeralStorageKmsKeyId: encryptionKeyArn, kmsKeyId: encryptionKeyArn },
      },
      tags,
    },
    { parent },
  );
  const capacityProviders = new ClusterCapacityProviders(
    `${name}-capacity`,
    {
      clusterName: cluster.name,
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
    },
    { parent },
  );
  return { cluster, capacityProviders };
}
