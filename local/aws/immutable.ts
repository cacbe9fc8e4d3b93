import { nameRule } from "./naming";
import type { TypeSchema } from "./schema";

/**
 * Properties that AWS cannot change on an existing resource: a change replaces it. The declarations say so for some
 * (`Property.replaces`); this table adds what their text leaves out, for the types that container delivery uses.
 * Source: the provider's own documentation and AWS's update APIs.
 */
const BUCKET_PART = "bucket expectedBucketOwner";
const TABLE: Readonly<Record<string, string>> = {
  "acm/certificate": "certificateAuthorityArn domainName keyAlgorithm options subjectAlternativeNames validationMethod",
  "acm/certificateValidation": "certificateArn validationRecordFqdns",
  "appautoscaling/policy": "name resourceId scalableDimension serviceNamespace",
  "appautoscaling/scheduledAction": "name resourceId scalableDimension serviceNamespace",
  "appautoscaling/target": "resourceId scalableDimension serviceNamespace",
  "cloudcontrol/resource": "typeName",
  "cloudwatch/compositeAlarm": "alarmName",
  "cloudwatch/dashboard": "dashboardName",
  "cloudwatch/eventRule": "eventBusName name namePrefix",
  "cloudwatch/eventTarget": "eventBusName rule targetId",
  "cloudwatch/logGroup": "logGroupClass name namePrefix",
  "cloudwatch/logMetricFilter": "logGroupName name",
  "cloudwatch/logResourcePolicy": "policyName resourceArn",
  "cloudwatch/logSubscriptionFilter": "logGroup name",
  "cloudwatch/metricAlarm": "name",
  "codebuild/project": "name",
  "codebuild/reportGroup": "name type",
  "codebuild/resourcePolicy": "resourceArn",
  "codebuild/sourceCredential": "authType serverType token userName",
  "codebuild/webhook": "manualCreation projectName scopeConfiguration",
  "codeconnections/connection": "hostArn name providerType",
  "codeconnections/host": "name providerType",
  "codepipeline/pipeline": "name",
  "codepipeline/webhook": "authentication authenticationConfiguration filters name targetAction targetPipeline",
  "codestarconnections/connection": "hostArn name providerType",
  "codestarnotifications/notificationRule": "resource",
  "ec2/defaultNetworkAcl": "defaultNetworkAclId",
  "ec2/defaultRouteTable": "defaultRouteTableId",
  "ec2/defaultSecurityGroup": "vpcId",
  "ec2/eip": "address customerOwnedIpv4Pool domain ipamPoolId networkBorderGroup publicIpv4Pool",
  "ec2/flowLog":
    "deliverCrossAccountRole destinationOptions eniId iamRoleArn logDestination logDestinationType logFormat " +
    "maxAggregationInterval subnetId trafficType transitGatewayAttachmentId transitGatewayId vpcId",
  "ec2/mainRouteTableAssociation": "vpcId",
  "ec2/natGateway": "allocationId availabilityMode connectivityType privateIp subnetId vpcId",
  "ec2/networkAcl": "vpcId",
  "ec2/route": "destinationCidrBlock destinationIpv6CidrBlock destinationPrefixListId routeTableId",
  "ec2/routeTable": "vpcId",
  "ec2/routeTableAssociation": "gatewayId subnetId",
  "ec2/securityGroup": "description name namePrefix vpcId",
  "ec2/securityGroupRule":
    "cidrBlocks fromPort ipv6CidrBlocks prefixListIds protocol securityGroupId self sourceSecurityGroupId toPort type",
  "ec2/subnet": "availabilityZone availabilityZoneId cidrBlock ipv4IpamPoolId ipv6Native outpostArn vpcId",
  "ec2/vpc": "cidrBlock ipv4IpamPoolId ipv4NetmaskLength",
  "ec2/vpcEndpoint": "resourceConfigurationArn serviceName serviceNetworkArn serviceRegion vpcEndpointType vpcId",
  "ec2/vpcEndpointPolicy": "vpcEndpointId",
  "ec2/vpcEndpointRouteTableAssociation": "routeTableId vpcEndpointId",
  "ecr/accountSetting": "name",
  "ecr/lifecyclePolicy": "policy repository",
  "ecr/pullThroughCacheRule": "ecrRepositoryPrefix upstreamRegistryUrl upstreamRepositoryPrefix",
  "ecr/pullTimeUpdateExclusion": "principalArn",
  "ecr/repository": "encryptionConfigurations name",
  "ecr/repositoryCreationTemplate": "prefix",
  "ecr/repositoryPolicy": "repository",
  "ecs/accountSettingDefault": "name",
  "ecs/cluster": "name",
  "ecs/clusterCapacityProviders": "clusterName",
  "ecs/service": "cluster deploymentController iamRole launchType name schedulingStrategy",
  "ecs/taskDefinition":
    "containerDefinitions cpu enableFaultInjection ephemeralStorage executionRoleArn family ipcMode memory " +
    "networkMode pidMode placementConstraints proxyConfiguration requiresCompatibilities runtimePlatform " +
    "taskRoleArn volumes",
  "iam/instanceProfile": "name namePrefix path",
  "iam/openIdConnectProvider": "url",
  "iam/policy": "description name namePrefix path",
  "iam/role": "name namePrefix path",
  "iam/rolePolicy": "name namePrefix role",
  "iam/rolePolicyAttachment": "policyArn role",
  "iam/userPolicyAttachment": "policyArn user",
  "kms/alias": "name namePrefix",
  "kms/grant": "constraints granteePrincipal grantCreationTokens keyId name operations retireOnDelete retiringPrincipal",
  "kms/key": "customKeyStoreId customerMasterKeySpec keyUsage multiRegion xksKeyId",
  "kms/keyPolicy": "keyId",
  "lambda/function": "name packageType",
  "lambda/permission":
    "action eventSourceToken function functionUrlAuthType principal principalOrgId qualifier sourceAccount sourceArn " +
    "statementId statementIdPrefix",
  "lb/listener": "loadBalancerArn",
  "lb/listenerCertificate": "certificateArn listenerArn",
  "lb/listenerRule": "listenerArn",
  "lb/loadBalancer": "customerOwnedIpv4Pool internal loadBalancerType name namePrefix",
  "lb/targetGroup": "ipAddressType name namePrefix port protocol protocolVersion targetType vpcId",
  "lb/targetGroupAttachment": "availabilityZone port targetGroupArn targetId",
  "route53/record": "name setIdentifier type zoneId",
  "route53/zone": "delegationSetId name",
  "s3/bucket": "bucket bucketPrefix objectLockEnabled",
  "s3/bucketAcl": BUCKET_PART,
  "s3/bucketCorsConfiguration": BUCKET_PART,
  "s3/bucketLifecycleConfiguration": BUCKET_PART,
  "s3/bucketLogging": BUCKET_PART,
  "s3/bucketNotification": "bucket",
  "s3/bucketObjectv2": "bucket key",
  "s3/bucketOwnershipControls": "bucket",
  "s3/bucketPolicy": "bucket",
  "s3/bucketPublicAccessBlock": "bucket",
  "s3/bucketServerSideEncryptionConfiguration": BUCKET_PART,
  "s3/bucketVersioning": BUCKET_PART,
  "secretsmanager/secret": "name namePrefix",
  "secretsmanager/secretPolicy": "secretArn",
  "secretsmanager/secretRotation": "secretId",
  "secretsmanager/secretVersion": "secretBinary secretId secretString secretStringWoVersion",
  "servicediscovery/privateDnsNamespace": "name vpc",
  "servicediscovery/service": "name namespaceId",
  "signer/signingProfile": "name namePrefix platformId signatureValidityPeriod signingMaterial signingParameters",
  "sns/topic": "fifoTopic name namePrefix",
  "sns/topicPolicy": "arn",
  "sns/topicSubscription": "endpoint endpointAutoConfirms protocol topic",
  "ssm/parameter": "dataType name",
  "vpc/securityGroupEgressRule": "securityGroupId",
  "vpc/securityGroupIngressRule": "securityGroupId",
  "wafv2/ipSet": "ipAddressVersion name namePrefix scope",
  "wafv2/ruleGroup": "capacity name namePrefix scope",
  "wafv2/webAcl": "name namePrefix scope",
  "wafv2/webAclAssociation": "resourceArn webAclArn",
  "wafv2/webAclLoggingConfiguration": "resourceArn",
};

/** Where AWS allows one per parent: the new one cannot stand beside the old one, whatever it is called. */
const ONE_PER_PARENT = new Set([
  "ec2/route",
  "ec2/routeTableAssociation",
  "ecr/lifecyclePolicy",
  "ecr/repositoryPolicy",
  "ecs/clusterCapacityProviders",
  "lb/listener",
  "wafv2/webAclAssociation",
]);

export function isOnePerParent(type: string): boolean {
  return ONE_PER_PARENT.has(tableKey(type));
}

const known = new Map<string, ReadonlySet<string>>();

/** Every input of the type whose change replaces the resource. */
export function immutableInputs(schema: TypeSchema): ReadonlySet<string> {
  const cached = known.get(schema.type);
  if (cached !== undefined) return cached;
  const documented = Object.keys(schema.inputs).filter((name) => schema.inputs[name]?.replaces === true);
  const listed = TABLE[tableKey(schema.type)]?.split(" ");
  // Without a row, the name is taken to be part of the identity: it is for nearly every AWS resource.
  const names = listed ?? [nameRule(schema)?.property ?? ""];
  const all = new Set([...documented, ...names, "region"].filter((name) => name in schema.inputs));
  known.set(schema.type, all);
  return all;
}

/** The rows, for the test that compares them with the installed declarations. */
export function immutableRows(): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(TABLE).map(([key, names]) => [key, names.split(" ")]));
}

function tableKey(type: string): string {
  return (type.split(":")[1] ?? "").replace(/^alb\//, "lb/");
}
