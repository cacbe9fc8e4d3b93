/** AWS managed policies that no service role should have, by their names. */
const denied: readonly RegExp[] = [
  /^AdministratorAccess/,
  /^PowerUserAccess$/,
  /^IAMFullAccess$/,
  /FullAccess(V\d)?$/,
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

/** Whether it makes its holder an administrator, of everything or of IAM. */
export function adminLike(arn: string): boolean {
  return (
    isAwsManaged(arn) &&
    /^(AdministratorAccess.*|PowerUserAccess|IAMFullAccess|SystemAdministrator)$/.test(managedName(arn))
  );
}
