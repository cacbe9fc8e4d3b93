/** Token families that mean the same AWS resource. The first of each row is the one the rules name. */
const twins: readonly (readonly string[])[] = [
  ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"],
  ["aws:lb/listener:Listener", "aws:alb/listener:Listener"],
  ["aws:lb/listenerRule:ListenerRule", "aws:alb/listenerRule:ListenerRule"],
  ["aws:lb/targetGroup:TargetGroup", "aws:alb/targetGroup:TargetGroup"],
  ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"],
  ["aws:s3/bucketVersioning:BucketVersioning", "aws:s3/bucketVersioningV2:BucketVersioningV2"],
  ["aws:s3/bucketLogging:BucketLogging", "aws:s3/bucketLoggingV2:BucketLoggingV2"],
  [
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
  ],
  [
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
  ],
  ["aws:s3/bucketObjectv2:BucketObjectv2", "aws:s3/bucketObject:BucketObject"],
  ["aws:codeconnections/connection:Connection", "aws:codestarconnections/connection:Connection"],
  ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"],
  ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"],
  ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"],
  ["aws:ec2/routeTable:RouteTable", "aws:ec2/defaultRouteTable:DefaultRouteTable"],
];

export function canonicalType(type: string): string {
  return twins.find((row) => row.includes(type) && !row[1]?.includes("/default"))?.[0] ?? type;
}

/** Every token that the resources of a type may be stored under. */
export function tokensOf(type: string): readonly string[] {
  return twins.find((row) => row[0] === type) ?? [type];
}
