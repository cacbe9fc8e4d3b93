import type { TypeSchema } from "./schema";

/**
 * Lists whose order means nothing to AWS: the provider keeps them as sets, so that only their members are compared.
 * Paths without indexes, for the types that container delivery uses. Source: the provider's resource schemas.
 */
const SETS: Readonly<Record<string, string>> = {
  "acm/certificate": "subjectAlternativeNames",
  "acm/certificateValidation": "validationRecordFqdns",
  "appautoscaling/policy": "stepScalingPolicyConfiguration.stepAdjustments",
  "cloudwatch/compositeAlarm": "alarmActions insufficientDataActions okActions",
  "cloudwatch/eventTarget": "ecsTarget.networkConfiguration.securityGroups ecsTarget.networkConfiguration.subnets",
  "cloudwatch/metricAlarm": "alarmActions insufficientDataActions metricQueries okActions",
  "codebuild/project":
    "fileSystemLocations secondaryArtifacts secondarySources secondarySourceVersions vpcConfig.securityGroupIds " +
    "vpcConfig.subnets",
  "codebuild/webhook": "filterGroups",
  "codepipeline/pipeline": "artifactStores",
  "codestarnotifications/notificationRule": "eventTypeIds targets",
  "ec2/defaultNetworkAcl": "egress ingress subnetIds",
  "ec2/defaultRouteTable": "propagatingVgws routes",
  "ec2/defaultSecurityGroup": "egress egress.securityGroups ingress ingress.securityGroups",
  "ec2/networkAcl": "egress ingress subnetIds",
  "ec2/routeTable": "propagatingVgws routes",
  "ec2/securityGroup": "egress egress.securityGroups ingress ingress.securityGroups",
  "ec2/vpcEndpoint": "routeTableIds securityGroupIds subnetConfigurations subnetIds",
  "ecr/registryScanningConfiguration": "rules rules.repositoryFilters",
  "ecr/repositoryCreationTemplate": "appliedFors",
  "ecs/cluster": "settings",
  "ecs/clusterCapacityProviders": "capacityProviders defaultCapacityProviderStrategies",
  "ecs/service":
    "alarms.alarmNames capacityProviderStrategies deploymentConfiguration.lifecycleHooks loadBalancers " +
    "networkConfiguration.securityGroups networkConfiguration.subnets placementConstraints",
  "ecs/taskDefinition": "placementConstraints requiresCompatibilities volumes",
  "iam/openIdConnectProvider": "clientIdLists",
  "iam/role": "inlinePolicies managedPolicyArns",
  "kms/grant": "operations",
  "lambda/function": "vpcConfig.securityGroupIds vpcConfig.subnetIds",
  "lb/listenerRule":
    "conditions conditions.hostHeader.values conditions.httpHeader.values conditions.httpRequestMethod.values " +
    "conditions.pathPattern.values conditions.queryStrings conditions.sourceIp.values",
  "lb/loadBalancer": "securityGroups subnetMappings subnets",
  "route53/record": "records",
  "route53/zone": "vpcs",
  "s3/bucketServerSideEncryptionConfiguration": "rules",
  "secretsmanager/secret": "replicas",
  "wafv2/ipSet": "addresses",
  "wafv2/ruleGroup": "rules",
  "wafv2/webAcl": "rules",
};

const known = new Map<string, ReadonlySet<string>>();

/** Whether the order of the list at a path (`networkConfiguration.subnets`, indexes left out) means nothing. */
export function isSet(schema: TypeSchema, path: string): boolean {
  const row = (schema.type.split(":")[1] ?? "").replace(/^alb\//, "lb/");
  let paths = known.get(row);
  if (paths === undefined) known.set(row, (paths = new Set(SETS[row]?.split(" "))));
  return paths.has(path.replace(/\[\d+\]/g, ""));
}

/** The rows, for the test that compares them with the installed declarations. */
export function setRows(): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(SETS).map(([key, paths]) => [key, paths.split(" ")]));
}
