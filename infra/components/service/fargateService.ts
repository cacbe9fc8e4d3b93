import { all, ComponentResource, interpolate, output } from "@pulumi/pulumi";
import type { ComponentResourceOptions, Input, Output } from "@pulumi/pulumi";
import { alarmTopicName } from "../shared/agreements";
import * as arns from "../shared/arns";
import { physicalName } from "../shared/names";
import { surroundings } from "../shared/surroundings";
import { mergeTags } from "../shared/tags";
import { version } from "../shared/version";
import { createScaling } from "./autoscaling";
import type { ScalingArgs } from "./autoscaling";
import { createCluster } from "./cluster";
import { createDeploymentAlarms } from "./deploymentAlarms";
import { createEcsService } from "./ecsService";
import type { DeploymentArgs } from "./ecsService";
import type { ServicePlacementArgs } from "./placement";
import { createRoles, loadBalancerName, roleStatements } from "./roles";
import { normalizeService } from "./settings";
import { createTask } from "./task";
import { createTraffic } from "./traffic";
import type { ServiceTrafficArgs } from "./traffic";
import type { ServiceTaskArgs } from "./workload";

/** What a `FargateService` takes. */
export interface FargateServiceArgs extends ServiceTaskArgs, ServiceTrafficArgs, ServicePlacementArgs {
  /** Number of tasks to start with. Defaults to 2. */
  readonly desiredCount?: Input<number>;
  /** How a new version takes over, a value of `DeploymentStrategy`. Defaults to `rolling`. */
  readonly deploymentStrategy?: string;
  /** How fast traffic moves to a new version. Defaults to canaries of 10 and steps of 20 percent. */
  readonly deployment?: DeploymentArgs;
  /** How the number of tasks follows the load. Defaults to a fixed number. */
  readonly scaling?: ScalingArgs;
  /** ARN of the topic that deployment alarms tell. Defaults to that of the service's `ServiceMonitoring`. */
  readonly alarmTopicArn?: Input<string>;
  /** Tags for every resource. Defaults to none. */
  readonly tags?: Input<Record<string, Input<string>>>;
}

/** A service on Fargate behind a load balancer, with private tasks and a way back from every deployment. */
export class FargateService extends ComponentResource {
  /** Address of the service. */
  public readonly url: Output<string>;
  /** Name of the cluster. */
  public readonly clusterName: Output<string>;
  /** Name of the service; its task definitions have the same family. */
  public readonly serviceName: Output<string>;
  /** ARN of the role that starts tasks. */
  public readonly executionRoleArn: Output<string>;
  /** ARN of the role that tasks run with. */
  public readonly taskRoleArn: Output<string>;
  /** The load balancer as CloudWatch's dimension names it. */
  public readonly loadBalancerArnSuffix: Output<string>;
  /** The first target group as CloudWatch's dimension names it. */
  public readonly targetGroupArnSuffix: Output<string>;
  /** Name of the log group of the tasks. */
  public readonly logGroupName: Output<string>;
  /** Name of the parameter that holds the digest of the running image. */
  public readonly imageParameterName: Output<string>;

  constructor(name: string, args: FargateServiceArgs, opts?: ComponentResourceOptions) {
    const settings = normalizeService(name, args);
    const intent = roleStatements(name, settings.roleSource, undefined, opts);
    const statements = all([intent.execution, intent.task, intent.traffic]).apply((lists) => lists.flat());
    super("container-delivery:index:FargateService", name, { ...args, statements, version }, opts);
    const where = surroundings(opts);
    const physical = physicalName(name);
    const tags = mergeTags({ Name: physical }, args.tags);
    const { roleSource, containerPort, desiredCount } = settings;

    const granted = roleStatements(name, roleSource, args.encryptionKeyArn, opts);
    const roles = createRoles(name, roleSource, granted, { where, tags }, this);
    const { execution, taskRoleArn, traffic: trafficRole } = roles;
    const own = args.clusterName === undefined ? createCluster(name, physical, { ...args, tags }, this) : undefined;
    const clusterName = own?.cluster.name ?? output(args.clusterName as Input<string>);
    const entrance = { placement: args, loadBalancerName: loadBalancerName(name), containerPort, tags };
    const traffic = createTraffic(name, args, { ...entrance, shifting: roleSource.shifting }, this);
    const roleArns = { executionRoleArn: execution.arn, taskRoleArn };
    const task = createTask(name, args, { ...settings.task, ...roleArns, physicalName: physical, where, tags }, this);
    const topicArn = args.alarmTopicArn ?? where.apply((at) => arns.topic(at, alarmTopicName(physical)));
    const alarms = createDeploymentAlarms(name, { serviceName: physical, traffic, topicArn, tags }, this);
    const dependsOn = [execution.policy, ...(own ? [own.capacityProviders] : [])];
    const running = { clusterName, taskDefinitionArn: task.definition.arn, traffic, trafficRole, alarms, dependsOn };
    const service = createEcsService(name, args, { ...running, physicalName: physical, settings, tags }, this);
    if (args.scaling) {
      createScaling(name, { ...args.scaling, clusterName, serviceName: service.name, desiredCount, tags }, this);
    }

    this.url = interpolate`https://${args.domainName ?? traffic.loadBalancer.dnsName}`;
    this.clusterName = clusterName;
    this.serviceName = service.name;
    // By name: whoever may pass these roles on must be able to say so before they exist.
    this.executionRoleArn = roles.named.execution;
    this.taskRoleArn = roles.named.task;
    this.loadBalancerArnSuffix = traffic.loadBalancer.arnSuffix;
    this.targetGroupArnSuffix = traffic.targets.blue.arnSuffix;
    this.logGroupName = task.logGroup.name;
    this.imageParameterName = task.parameter.name;
    const { url, serviceName, executionRoleArn, loadBalancerArnSuffix, targetGroupArnSuffix } = this;
    const { logGroupName, imageParameterName } = this;
    const outputs = { url, clusterName, serviceName, executionRoleArn, taskRoleArn: this.taskRoleArn };
    const watched = { loadBalancerArnSuffix, targetGroupArnSuffix, logGroupName };
    this.registerOutputs({ ...outputs, ...watched, imageParameterName });
  }
}
