import { ecrPolicyPublic } from "../../policies/ecr/policyPublic";
import { kmsGrant } from "../../policies/kms/grant";
import { kmsPolicyPublic } from "../../policies/kms/policyPublic";
import { kmsRootDelegation } from "../../policies/kms/rootDelegation";
import { kmsServiceSource } from "../../policies/kms/serviceSource";
import { vpcEndpointPolicy } from "../../policies/network/vpcEndpointPolicy";
import { eventsBusPolicy } from "../../policies/observability/eventsBusPolicy";
import { logsResourcePolicy } from "../../policies/observability/logsResourcePolicy";
import { snsPolicy } from "../../policies/observability/snsPolicy";
import { snsTlsOnly } from "../../policies/observability/snsTlsOnly";
import { sqsPolicy } from "../../policies/observability/sqsPolicy";
import { s3Lockout } from "../../policies/s3/lockout";
import { s3PolicyScope } from "../../policies/s3/policyScope";
import { s3TlsOnly } from "../../policies/s3/tlsOnly";
import { secretPolicy } from "../../policies/secrets/policy";
import type { Control } from "../../policies/shared/control";

/** Where the document of a kind stands, and which controls judge it. */
export interface ResourceKind {
  readonly type: string;
  readonly property: string;
  readonly controls: readonly Control[];
  readonly props?: object;
}

const kind = (type: string, controls: readonly Control[], props?: object, property = "policy"): ResourceKind => ({
  type,
  property,
  controls,
  ...(props && { props }),
});

export const resourceKinds = {
  key: kind("aws:kms/key:Key", [kmsPolicyPublic, kmsRootDelegation, kmsGrant, kmsServiceSource]),
  repository: kind("aws:ecr/repositoryPolicy:RepositoryPolicy", [ecrPolicyPublic]),
  registry: kind("aws:ecr/registryPolicy:RegistryPolicy", [ecrPolicyPublic]),
  bucket: kind("aws:s3/bucketPolicy:BucketPolicy", [s3PolicyScope, s3TlsOnly, s3Lockout], { bucket: "shop" }),
  accessPoint: kind("aws:s3/accessPoint:AccessPoint", [s3PolicyScope]),
  topic: kind("aws:sns/topicPolicy:TopicPolicy", [snsPolicy, snsTlsOnly]),
  queue: kind("aws:sqs/queuePolicy:QueuePolicy", [sqsPolicy]),
  secret: kind("aws:secretsmanager/secretPolicy:SecretPolicy", [secretPolicy], { blockPublicPolicy: true }),
  bus: kind("aws:cloudwatch/eventBusPolicy:EventBusPolicy", [eventsBusPolicy]),
  logs: kind("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", [logsResourcePolicy], {}, "policyDocument"),
  endpoint: kind("aws:ec2/vpcEndpoint:VpcEndpoint", [vpcEndpointPolicy]),
} satisfies Record<string, ResourceKind>;
