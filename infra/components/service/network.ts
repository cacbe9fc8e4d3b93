import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule";
import { output } from "@pulumi/pulumi";
import type { ComponentResource, Input, Output } from "@pulumi/pulumi";

/** Where tasks may connect to, beside the resolver of their VPC: TLS only. */
export interface ServiceEgressArgs {
  /** Address ranges. Defaults to everywhere, unless security groups or prefix lists are given. */
  readonly cidrBlocks?: string[];
  /** Ids of security groups, such as those of interface endpoints, by a name of your choice. Defaults to none. */
  readonly securityGroupIds?: Record<string, Input<string>>;
  /** Ids of prefix lists, such as that of S3, by a name of your choice. Defaults to none. */
  readonly prefixListIds?: Record<string, Input<string>>;
}

export interface ServiceNetworkDefinition {
  readonly vpcId: Input<string>;
  readonly containerPort: Input<number>;
  /** Address ranges that may reach the load balancer. */
  readonly ingressCidrBlocks: string[];
  readonly egress?: ServiceEgressArgs;
  readonly tags: Input<Record<string, Input<string>>>;
}

export interface ServiceNetwork {
  readonly loadBalancerGroup: SecurityGroup;
  readonly taskGroup: SecurityGroup;
  /** The rules that traffic needs before the first task can become healthy. */
  readonly rules: (SecurityGroupIngressRule | SecurityGroupEgressRule)[];
}

/** Two groups that let through one path: clients to the load balancer, the load balancer to tasks, tasks to TLS. */
export function createNetwork(
  name: string,
  definition: ServiceNetworkDefinition,
  parent: ComponentResource,
): ServiceNetwork {
  const { vpcId, containerPort, tags } = definition;
  const group = (noun: string, description: string) =>
    new SecurityGroup(`${name}-${noun}`, { vpcId, description, tags }, { parent });
  const loadBalancerGroup = group("load-balancer-group", "Load balancer: clients in, tasks out");
  const taskGroup = group("task-group", "Tasks: load balancer in, TLS out");
  const port = output(containerPort);

  const clients = definition.ingressCidrBlocks.flatMap((cidrIpv4) =>
    [443, 80].map((open) => {
      const what = open === 80 ? "HTTP, only to be redirected" : "HTTPS";
      return new SecurityGroupIngressRule(
        `${name}-clients-${key(cidrIpv4)}-${open}`,
        { securityGroupId: loadBalancerGroup.id, description: what, cidrIpv4, ...tcp(open), tags },
        { parent },
      );
    }),
  );
  const forward = new SecurityGroupEgressRule(
    `${name}-load-balancer-to-tasks`,
    {
      securityGroupId: loadBalancerGroup.id,
      referencedSecurityGroupId: taskGroup.id,
      description: "To the tasks",
      ...tcp(port),
      tags,
    },
    { parent },
  );
  const receive = new SecurityGroupIngressRule(
    `${name}-tasks-from-load-balancer`,
    {
      securityGroupId: taskGroup.id,
      referencedSecurityGroupId: loadBalancerGroup.id,
      description: "From the load balancer",
      ...tcp(port),
      tags,
    },
    { parent },
  );
  const out = destinations(definition.egress).map(
    ([noun, destination]) =>
      new SecurityGroupEgressRule(
        `${name}-tasks-to-${noun}`,
        { securityGroupId: taskGroup.id, description: `TLS to ${noun}`, ...destination, ...tcp(443), tags },
        { parent },
      ),
  );
  return { loadBalancerGroup, taskGroup, rules: [...clients, forward, receive, ...out] };
}

type Destination = { cidrIpv4?: string; referencedSecurityGroupId?: Input<string>; prefixListId?: Input<string> };

function destinations(egress: ServiceEgressArgs = {}): [string, Destination][] {
  const groups = Object.entries(egress.securityGroupIds ?? {});
  const lists = Object.entries(egress.prefixListIds ?? {});
  const everywhere = groups.length + lists.length === 0 ? ["0.0.0.0/0"] : [];
  return [
    ...(egress.cidrBlocks ?? everywhere).map((cidrIpv4): [string, Destination] => [key(cidrIpv4), { cidrIpv4 }]),
    ...groups.map(([noun, id]): [string, Destination] => [noun, { referencedSecurityGroupId: id }]),
    ...lists.map(([noun, id]): [string, Destination] => [noun, { prefixListId: id }]),
  ];
}

const tcp = (port: number | Output<number>) => ({ ipProtocol: "tcp", fromPort: port, toPort: port });

/** Names by range, not by place in the list: taking one out leaves the others alone. */
const key = (cidrBlock: string) => (cidrBlock === "0.0.0.0/0" ? "everywhere" : cidrBlock.replace(/[./:]+/g, "-"));
