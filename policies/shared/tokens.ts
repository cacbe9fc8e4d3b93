/** Resource types that have more than one spelling: a rule that knows one of them alone calls the other compliant. */

const loadBalancing = (resource: string): readonly string[] => {
  const file = resource.charAt(0).toLowerCase() + resource.slice(1);
  return [`aws:lb/${file}:${resource}`, `aws:alb/${file}:${resource}`];
};

export const loadBalancerTypes = loadBalancing("LoadBalancer");
export const listenerTypes = loadBalancing("Listener");
export const listenerRuleTypes = loadBalancing("ListenerRule");
export const targetGroupTypes = loadBalancing("TargetGroup");

const storage = (resource: string): readonly string[] => {
  const file = resource.charAt(0).toLowerCase() + resource.slice(1);
  return [`aws:s3/${file}:${resource}`, `aws:s3/${file}V2:${resource}V2`];
};

export const bucketTypes = storage("Bucket");
export const bucketAclTypes = storage("BucketAcl");
export const bucketEncryptionTypes = storage("BucketServerSideEncryptionConfiguration");
export const bucketVersioningTypes = storage("BucketVersioning");
export const bucketLifecycleTypes = storage("BucketLifecycleConfiguration");
export const bucketLoggingTypes = storage("BucketLogging");
export const bucketObjectLockTypes = storage("BucketObjectLockConfiguration");

/** The same property paths for several spellings. */
export function reads(types: readonly string[], ...paths: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(types.map((type) => [type, paths]));
}
