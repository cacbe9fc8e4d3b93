/** `AmazonS3FullAccess`, `AmazonDynamoDBFullAccess_v2`, `AmazonVPCReachabilityAnalyzerFullAccessPolicy`. */
const fullAccess = /FullAccess(Policy)?(_?V\d)?$/i;

/** AWS managed policies that no service role should have, by their names. */
const denied: readonly RegExp[] = [
  /^AdministratorAccess/,
  /^PowerUserAccess$/,
  /^IAMFullAccess$/,
  fullAccess,
  /^SystemAdministrator$/,
  /^NetworkAdministrator$/,
  /^DatabaseAdministrator$/,
  /^DataScientist$/,
  /^ReadOnlyAccess$/,
  /^SecurityAudit$/,
  /^ViewOnlyAccess$/,
  /PowerUser$/,
];

export function isAwsManaged(arn: string): boolean {
  return /^arn:[^:]+:iam::aws:policy\//.test(arn);
}

export function managedName(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

/** Whether the policy gives a whole service, or reads everything. */
export function isTooBroad(arn: string): boolean {
  return isAwsManaged(arn) && denied.some((pattern) => pattern.test(managedName(arn)));
}

/** Whether it gives its holder a whole service, IAM or everything: what no role may have that others may pass. */
export function givesWholeService(arn: string): boolean {
  const name = managedName(arn);
  return (
    isAwsManaged(arn) &&
    (fullAccess.test(name) || /^(AdministratorAccess.*|PowerUserAccess|SystemAdministrator)$/.test(name))
  );
}
