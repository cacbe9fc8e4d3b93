import { arn, stored } from "../support";

export const vpc = stored("aws:ec2/vpc:Vpc", "vpc-1", { cidrBlock: "10.0.0.0/16" });
export const gateway = stored("aws:ec2/internetGateway:InternetGateway", "igw-1", { vpcId: "vpc-1" });
export const subnet = (id: string, zone: string, vpcId = "vpc-1") =>
  stored("aws:ec2/subnet:Subnet", id, { vpcId, availabilityZone: zone });
export const subnets = [
  subnet("subnet-a", "eu-west-1a"),
  subnet("subnet-b", "eu-west-1b"),
  subnet("subnet-c", "eu-west-1a"),
];
export const securityGroup = stored("aws:ec2/securityGroup:SecurityGroup", "sg-1", { vpcId: "vpc-1" });

export const groupArn = (name: string): string => arn("elasticloadbalancing", `targetgroup/${name}/1`);
export const targetGroup = (name: string) =>
  stored("aws:lb/targetGroup:TargetGroup", groupArn(name), { name, targetType: "ip" }, { arn: groupArn(name) });
export const balancerArn = (kind: string): string => arn("elasticloadbalancing", `loadbalancer/${kind}/lb/1`);
export const balancer = (kind: string, loadBalancerType: string) =>
  stored(
    "aws:lb/loadBalancer:LoadBalancer",
    balancerArn(kind),
    { name: `lb-${kind}`, loadBalancerType },
    { arn: balancerArn(kind) },
  );
export const listenerArn = arn("elasticloadbalancing", "listener/app/lb/1/2");
export const listener = stored(
  "aws:lb/listener:Listener",
  listenerArn,
  {
    loadBalancerArn: balancerArn("app"),
    port: 80,
    defaultActions: [{ type: "forward", targetGroupArn: groupArn("blue") }],
  },
  { arn: listenerArn },
);
