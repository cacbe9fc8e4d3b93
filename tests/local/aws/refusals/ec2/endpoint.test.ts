import { policyOf, stored, table } from "../support";

const type = "aws:ec2/vpcEndpoint:VpcEndpoint";
const subnet = (id: string, availabilityZone: string): ReturnType<typeof stored> =>
  stored("aws:ec2/subnet:Subnet", id, { vpcId: "vpc-1", availabilityZone });
const store = [
  stored("aws:ec2/vpc:Vpc", "vpc-1", { enableDnsSupport: true, enableDnsHostnames: true }),
  stored("aws:ec2/vpc:Vpc", "vpc-2", { enableDnsSupport: true }),
  subnet("subnet-a", "eu-west-1a"),
  subnet("subnet-b", "eu-west-1b"),
  subnet("subnet-c", "eu-west-1a"),
  stored("aws:ec2/securityGroup:SecurityGroup", "sg-1"),
  stored("aws:ec2/routeTable:RouteTable", "rtb-1"),
  stored(type, "vpce-1", { vpcId: "vpc-1", serviceName: "com.amazonaws.eu-west-1.logs", privateDnsEnabled: true }),
];

describe("ec2/endpoint", () => {
  table({
    type,
    base: {
      vpcId: "vpc-1",
      serviceName: "com.amazonaws.eu-west-1.ecr.api",
      vpcEndpointType: "Interface",
      subnetIds: ["subnet-a", "subnet-b"],
      securityGroupIds: ["sg-1"],
      privateDnsEnabled: true,
    },
    store,
    accepts: {
      "no private names": { vpcId: "vpc-2", privateDnsEnabled: false },
      "a policy": { policy: policyOf({ Effect: "Allow", Principal: "*", Action: "ecr:*", Resource: "*" }) },
    },
    refuses: {
      "another region's service": [
        { serviceName: "com.amazonaws.us-east-1.ecr.api" },
        "InvalidServiceName",
        "the endpoint is in eu-west-1",
      ],
      "a short name": [{ serviceName: "ecr.api" }, "InvalidServiceName", "com.amazonaws.eu-west-1.s3"],
      "a network that is not there": [{ vpcId: "vpc-9" }, "InvalidVpcId.NotFound"],
      "a subnet that is not there": [{ subnetIds: ["subnet-9"] }, "InvalidSubnetId.NotFound"],
      "two subnets of one zone": [{ subnetIds: ["subnet-a", "subnet-c"] }, "DuplicateSubnetsInSameZone", "eu-west-1a"],
      "private names without DNS": [{ vpcId: "vpc-2" }, "InvalidParameter", "enableDnsHostnames"],
      "a service twice": [
        { serviceName: "com.amazonaws.eu-west-1.logs" },
        "InvalidParameter",
        "conflicting DNS domain",
      ],
      "route tables": [{ routeTableIds: ["rtb-1"] }, "InvalidParameter", "does not take routeTableIds"],
      "a policy that is not JSON": [{ policy: "allow" }, "InvalidPolicyDocument"],
      "another type": [{ vpcEndpointType: "interface" }, "InvalidParameter", "Interface"],
    },
  });
  table({
    type,
    base: {
      vpcId: "vpc-1",
      serviceName: "com.amazonaws.eu-west-1.s3",
      vpcEndpointType: "Gateway",
      routeTableIds: ["rtb-1"],
    },
    store,
    refuses: {
      "a gateway for another service": [
        { serviceName: "com.amazonaws.eu-west-1.sqs" },
        "InvalidParameter",
        "Use Interface",
      ],
      "subnets of a gateway": [{ subnetIds: ["subnet-a"] }, "InvalidParameter", "does not take subnetIds"],
      "private names of a gateway": [{ privateDnsEnabled: true }, "InvalidParameter", "no private DNS"],
      "a route table that is not there": [{ routeTableIds: ["rtb-9"] }, "InvalidRouteTableId.NotFound"],
    },
  });
});
