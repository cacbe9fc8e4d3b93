/** Where the action data and AWS's documentation differ, and what AWS documents as the only way. Each row has its source. */

export interface Override {
  readonly action: string;
  /** `star`: `*` is right although the data lists a type. `either`: sources disagree, `*` and an ARN are both right. */
  readonly accept: "star" | "either";
  /** The one ARN besides `*`, if not every one is: written with `aws` as partition. */
  readonly arn?: string;
  readonly source: string;
}

const serviceReference = "https://docs.aws.amazon.com/service-authorization/latest/reference/";
const metrics = `${serviceReference}list_amazoncloudwatch.html`;
const topics = `${serviceReference}list_amazonsns.html`;

export const overrides: readonly Override[] = [
  { action: "cloudwatch:GetMetricData", accept: "either", source: metrics },
  { action: "cloudwatch:ListMetrics", accept: "either", source: metrics },
  {
    action: "iam:ListInstanceProfiles",
    accept: "either",
    source: `${serviceReference}list_awsidentityandaccessmanagementiam.html`,
  },
  { action: "sns:GetSubscriptionAttributes", accept: "either", source: topics },
  { action: "sns:SetSubscriptionAttributes", accept: "either", source: topics },
  { action: "sns:Unsubscribe", accept: "either", source: topics },
  ...["s3:ListAllMyBuckets", "s3:GetAccountPublicAccessBlock", "s3:ListAccessPoints"].map((action) => ({
    action,
    accept: "either" as const,
    arn: "arn:aws:s3:::*",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_s3_rw-bucket-console.html",
  })),
  // The id is made by the request before: `arn:aws:route53:::change/*` is how AWS documents it.
  {
    action: "route53:GetChange",
    accept: "either",
    source: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/access-control-managing-permissions.html",
  },
  {
    action: "ecs:DescribeTaskDefinition",
    accept: "star",
    source: `${serviceReference}list_amazonelasticcontainerservice.html`,
  },
  { action: "logs:DescribeLogGroups", accept: "either", source: `${serviceReference}list_amazoncloudwatchlogs.html` },
];

/**
 * Wildcards that AWS itself writes wherever a service uses a key: they stand for variants of one operation, not for
 * changes to the key. https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#key-policy-users-crypto
 */
export const documentedGlobs: ReadonlySet<string> = new Set(["kms:generatedatakey*", "kms:reencrypt*"]);

export const overrideOf: ReadonlyMap<string, Override> = new Map(
  overrides.map((override) => [override.action.toLowerCase(), override]),
);

/**
 * CodeBuild makes and removes network interfaces in a VPC by itself; AWS documents `*` for them, together with a
 * CreateNetworkInterfacePermission that names the service.
 * https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html#customer-managed-policies-example-create-vpc-network-interface
 */
export const interfaceActions: readonly string[] = ["ec2:createnetworkinterface", "ec2:deletenetworkinterface"];

/**
 * IAM makes service-linked roles in the caller's account only, and AWS documents them with `*` as the account.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
 */
export const serviceLinkedRole = ":role/aws-service-role/";

/** Keys that fix the account or organization of a resource for every action. */
export const resourceOwnerKeys = [
  "aws:resourceaccount",
  "aws:resourceorgid",
  "aws:resourceorgpaths",
  "s3:resourceaccount",
];

/**
 * Multi-valued keys for which AWS itself documents ForAllValues in an Allow although nothing else narrows: an empty set is
 * meant to pass.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html#access_tags_control-tag-keys,
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html,
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-alarm-actions.html,
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-contributor.html,
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-rrset-conditions.html
 */
export const forAllValuesKeys: ReadonlySet<string> = new Set([
  "aws:tagkeys",
  "cloudwatch:alarmactions",
  "cloudwatch:requestinsightruleloggroups",
  "dynamodb:leadingkeys",
  "dynamodb:attributes",
  "kms:grantoperations",
  "kms:encryptioncontextkeys",
  "lambda:layer",
  "lambda:securitygroupids",
  "lambda:subnetids",
  "route53:changeresourcerecordsetsactions",
  "route53:changeresourcerecordsetsnormalizedrecordnames",
  "route53:changeresourcerecordsetsrecordtypes",
]);
