import { DefaultSecurityGroup } from "@pulumi/aws/ec2/defaultSecurityGroup";
import { ComponentResource, output } from "@pulumi/pulumi";
import type { ComponentResourceOptions, Input, Output } from "@pulumi/pulumi";
import { physicalName } from "../shared/names";
import { surroundings } from "../shared/surroundings";
import { mergeTags } from "../shared/tags";
import { integerBetween, oneOf, validated } from "../shared/validate";
import { version } from "../shared/version";
import { Egress, endpointServices } from "./egress";
import { createEndpoints } from "./endpoints";
import { createFlowLog, flowLogGroupName, flowLogStatements } from "./flowLog";
import { mostZones, rangeProblem } from "./subnets";
import { createVpc } from "./vpc";

/** A VPC that somebody else looks after. */
export interface ExistingNetworkArgs {
  /** Id of the VPC. */
  readonly vpcId: Input<string>;
  /** Ids of subnets with a route to an internet gateway, in two zones at least. */
  readonly publicSubnetIds: Input<Input<string>[]>;
  /** Ids of subnets for tasks, in two zones at least. */
  readonly privateSubnetIds: Input<Input<string>[]>;
}

/** What a `Network` takes. */
export interface NetworkArgs {
  /** A VPC to use instead of a new one; everything else is then ignored. Defaults to a new VPC. */
  readonly existing?: ExistingNetworkArgs;
  /** ARN of the customer managed key that encrypts the flow log. Required for a new VPC. */
  readonly encryptionKeyArn?: Input<string>;
  /** Address range, /16 to /22. Defaults to `10.0.0.0/16`. */
  readonly cidrBlock?: string;
  /** Availability zones to spread over, 2 to 4; adding one leaves the others alone. Defaults to 2. */
  readonly numberOfAvailabilityZones?: number;
  /** How tasks reach what is outside. Defaults to `endpoints`. */
  readonly egress?: Egress;
  /** Interface endpoints beside those that `egress` brings, such as `secretsmanager`. Defaults to none. */
  readonly additionalEndpoints?: string[];
  /** Days the flow log is kept. Defaults to 365. */
  readonly logRetentionDays?: Input<number>;
  /** Tags for every resource. Defaults to none. */
  readonly tags?: Input<Record<string, Input<string>>>;
}

/** A VPC with public subnets for load balancers and private ones for tasks, or an existing one in the same shape. */
export class Network extends ComponentResource {
  /** Id of the VPC. */
  public readonly vpcId: Output<string>;
  /** Ids of the public subnets. */
  public readonly publicSubnetIds: Output<string[]>;
  /** Ids of the private subnets. */
  public readonly privateSubnetIds: Output<string[]>;
  /** Ids of the subnets that tasks belong in: the private ones, unless egress is `public`. */
  public readonly taskSubnetIds: Output<string[]>;
  /** Id of the security group of the interface endpoints; empty without any. */
  public readonly endpointSecurityGroupId: Output<string>;
  /** Id of the prefix list of S3's addresses; empty for an existing VPC. */
  public readonly storagePrefixListId: Output<string>;
  /** Whether tasks need public addresses of their own. */
  public readonly assignPublicIp: Output<boolean>;

  constructor(name: string, args: NetworkArgs, opts?: ComponentResourceOptions) {
    const where = surroundings(opts);
    const statements = where.apply((known) => (args.existing ? [] : flowLogStatements(known, flowLogGroupName(name))));
    super("container-delivery:index:Network", name, { ...args, statements, version }, opts);
    const check = `Network "${name}"`;
    const { egress = Egress.Endpoints, cidrBlock = "10.0.0.0/16", numberOfAvailabilityZones: zones = 2 } = args;
    validated<string>(check, "egress", egress, oneOf(Egress));
    validated(check, "cidrBlock", cidrBlock, rangeProblem);
    validated(check, "numberOfAvailabilityZones", zones, integerBetween(2, mostZones));
    const parent = { parent: this };
    const tags = mergeTags({ Name: physicalName(name) }, args.tags);

    if (args.existing) {
      this.vpcId = output(args.existing.vpcId);
      this.publicSubnetIds = output(args.existing.publicSubnetIds);
      this.privateSubnetIds = output(args.existing.privateSubnetIds);
      this.endpointSecurityGroupId = this.storagePrefixListId = output("");
    } else {
      const key = validated<string | undefined>(check, "encryptionKeyArn", args.encryptionKeyArn, keyProblem);
      const vpc = createVpc(`${name}-vpc`, { cidrBlock, zones, egress, tags }, parent);
      // AWS lets everything in the default group talk to everything else in it: managed without rules, it is shut.
      new DefaultSecurityGroup(`${name}-default-group`, { vpcId: vpc.vpcId, ingress: [], egress: [], tags }, parent);
      const encryptionKeyArn = key as Output<string>;
      const retentionInDays = args.logRetentionDays ?? 365;
      createFlowLog(name, { vpcId: vpc.vpcId, encryptionKeyArn, retentionInDays, where, tags }, parent);
      const services = endpointServices(egress, args.additionalEndpoints ?? []);
      const endpoints = createEndpoints(name, { vpc, cidrBlock, services, where, tags }, parent);
      this.vpcId = vpc.vpcId;
      this.publicSubnetIds = vpc.publicSubnetIds;
      this.privateSubnetIds = vpc.privateSubnetIds;
      this.endpointSecurityGroupId = endpoints.securityGroupId;
      this.storagePrefixListId = endpoints.storagePrefixListId;
    }
    this.taskSubnetIds = egress === Egress.Public ? this.publicSubnetIds : this.privateSubnetIds;
    this.assignPublicIp = output(egress === Egress.Public);
    this.registerOutputs({
      vpcId: this.vpcId,
      publicSubnetIds: this.publicSubnetIds,
      privateSubnetIds: this.privateSubnetIds,
      taskSubnetIds: this.taskSubnetIds,
      endpointSecurityGroupId: this.endpointSecurityGroupId,
      storagePrefixListId: this.storagePrefixListId,
      assignPublicIp: this.assignPublicIp,
    });
  }
}

const keyProblem = (arn: string | undefined): string | undefined =>
  arn === undefined ? "Set it to the ARN of the key that encrypts the flow log, or set `existing`." : undefined;
