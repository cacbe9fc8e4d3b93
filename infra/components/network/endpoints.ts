import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule";
import { output } from "@pulumi/pulumi";
import type { CustomResourceOptions, Input, Output } from "@pulumi/pulumi";
import type { Surroundings } from "../shared/arns";
import { resourceDocument } from "../shared/documents";
import { physicalName } from "../shared/names";
import { interfaceEndpoint, storageEndpoint } from "./endpointPolicies";
import type { VpcParts } from "./vpc";

export interface EndpointsDefinition {
  readonly vpc: VpcParts;
  readonly cidrBlock: string;
  /** Services with an interface endpoint, such as `ecr.api`. */
  readonly services: string[];
  readonly where: Output<Surroundings>;
  readonly tags: Input<Record<string, Input<string>>>;
}

/** What security groups of callers name: everything that leads to an endpoint. */
export interface Endpoints {
  /** Address ranges of S3 in the region. */
  readonly storagePrefixListId: Output<string>;
  /** Group of the interface endpoints; empty without any. */
  readonly securityGroupId: Output<string>;
}

/** The gateway to S3, which costs nothing, and the interface endpoints that were asked for. */
export function createEndpoints(name: string, args: EndpointsDefinition, opts: CustomResourceOptions): Endpoints {
  const { vpc, services, where, tags } = args;
  const storage = new VpcEndpoint(
    `${name}-endpoint-s3`,
    {
      vpcId: vpc.vpcId,
      vpcEndpointType: "Gateway",
      serviceName: where.apply(({ region }) => `com.amazonaws.${region}.s3`),
      routeTableIds: vpc.routeTableIds,
      policy: where.apply((known) => resourceDocument(storageEndpoint(known))),
      tags,
    },
    opts,
  );
  const storagePrefixListId = storage.prefixListId;
  if (services.length === 0) return { storagePrefixListId, securityGroupId: output("") };
  const group = createSecurityGroup(name, args, opts);
  for (const service of services) {
    new VpcEndpoint(
      `${name}-endpoint-${service.replace(/[^a-z0-9]+/g, "-")}`,
      {
        vpcId: vpc.vpcId,
        vpcEndpointType: "Interface",
        serviceName: where.apply(({ region }) => `com.amazonaws.${region}.${service}`),
        privateDnsEnabled: true,
        subnetIds: vpc.privateSubnetIds,
        securityGroupIds: [group.id],
        policy: where.apply((known) => resourceDocument(interfaceEndpoint(known))),
        tags,
      },
      opts,
    );
  }
  return { storagePrefixListId, securityGroupId: group.id };
}

/** Endpoints answer and never ask: HTTPS from within the VPC, no way out. */
function createSecurityGroup(name: string, args: EndpointsDefinition, opts: CustomResourceOptions): SecurityGroup {
  const { vpc, cidrBlock, tags } = args;
  const group = new SecurityGroup(
    `${name}-endpoint-group`,
    {
      name: physicalName(`${name}-endpoints`, 255),
      description: "Interface endpoints of AWS services",
      vpcId: vpc.vpcId,
      tags,
    },
    opts,
  );
  new SecurityGroupIngressRule(
    `${name}-endpoint-ingress`,
    {
      securityGroupId: group.id,
      description: "HTTPS from within the VPC",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: cidrBlock,
      tags,
    },
    opts,
  );
  return group;
}
