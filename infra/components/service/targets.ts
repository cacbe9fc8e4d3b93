import type { Listener } from "@pulumi/aws/lb/listener";
import { ListenerRule } from "@pulumi/aws/lb/listenerRule";
import { TargetGroup } from "@pulumi/aws/lb/targetGroup";
import { output } from "@pulumi/pulumi";
import type { ComponentResource, Input } from "@pulumi/pulumi";
import { physicalName } from "../shared/names";

export interface TargetsDefinition {
  readonly vpcId: Input<string>;
  readonly containerPort: Input<number>;
  readonly healthCheckPath: Input<string>;
  readonly deregistrationDelaySeconds: Input<number>;
  /** Whether ECS moves traffic between two groups. */
  readonly shifting: boolean;
  readonly listener: Listener;
  readonly tags: Input<Record<string, Input<string>>>;
}

export interface Targets {
  readonly blue: TargetGroup;
  /** Only where traffic shifts. */
  readonly green?: TargetGroup;
  readonly rule: ListenerRule;
}

/**
 * The physical name of a target group. It holds the port because a port cannot change in place: the replacement is
 * created first and needs another name.
 */
export const targetGroupName = (name: string, color: string, port: number) =>
  physicalName(`${name}-${color}-${port}`, 32);

/** The groups that tasks register with, and the rule that sends traffic there. */
export function createTargets(name: string, definition: TargetsDefinition, parent: ComponentResource): Targets {
  const { shifting, listener, tags } = definition;
  const port = output(definition.containerPort);
  const group = (color: string) =>
    new TargetGroup(
      `${name}-${color}`,
      {
        name: port.apply((known) => targetGroupName(name, color, known)),
        vpcId: definition.vpcId,
        port,
        protocol: "HTTP",
        targetType: "ip",
        deregistrationDelay: definition.deregistrationDelaySeconds,
        healthCheck: {
          enabled: true,
          path: definition.healthCheckPath,
          protocol: "HTTP",
          matcher: "200-299",
          interval: 10,
          timeout: 5,
          healthyThreshold: 2,
          unhealthyThreshold: 3,
        },
        tags,
      },
      { parent },
    );
  const blue = group("blue");
  const shared = { listenerArn: listener.arn, conditions: [{ pathPattern: { values: ["/*"] } }], tags };
  if (!shifting) {
    const actions = [{ type: "forward", targetGroupArn: blue.arn }];
    return { blue, rule: new ListenerRule(`${name}-rule`, { ...shared, priority: 20, actions }, { parent }) };
  }
  const green = group("green");
  // ECS demands that both groups belong to the rule, and rewrites the weights with every deployment: from then on the
  // actions are its own. The rule has another name and priority than the one above, so that a change of strategy
  // replaces it: with one rule for both, the ignored actions would keep the second group out for ever.
  const weights = [
    { arn: blue.arn, weight: 100 },
    { arn: green.arn, weight: 0 },
  ];
  const rule = new ListenerRule(
    `${name}-shifting-rule`,
    { ...shared, priority: 10, actions: [{ type: "forward", forward: { targetGroups: weights } }] },
    { parent, ignoreChanges: ["actions"] },
  );
  return { blue, green, rule };
}
