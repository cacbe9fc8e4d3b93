import { Role } from "@pulumi/aws/iam/role";
import { all, output } from "@pulumi/pulumi";
import type { ComponentResource, ComponentResourceOptions, Input, Output } from "@pulumi/pulumi";
import * as arns from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import { createRole, roleName, trust } from "../shared/iam";
import type { ServiceRole } from "../shared/iam";
import { generated } from "../shared/intent";
import type { IntentStatement } from "../shared/intent";
import { physicalName } from "../shared/names";
import { surroundings } from "../shared/surroundings";
import { execLogGroup } from "./cluster";
import { execStatements, executionStatements, trafficStatements } from "./permissions";
import { targetGroupName } from "./targets";
import { taskLogGroup } from "./task";

/** What decides about the roles of a service. */
export interface RoleSource {
  readonly repositoryName: Input<string>;
  readonly containerPort: Input<number>;
  readonly bootstrapImage?: Input<string>;
  readonly secrets: Input<Record<string, Input<string>>>;
  readonly enableExecuteCommand: boolean;
  readonly shifting: boolean;
}

/** The statements of each role; a role without any has no policy. */
export interface RoleStatements {
  readonly execution: Output<IntentStatement[]>;
  readonly task: Output<IntentStatement[]>;
  readonly traffic: Output<IntentStatement[]>;
}

export interface ServiceRoles {
  readonly execution: ServiceRole;
  readonly taskRoleArn: Output<string>;
  readonly traffic?: ServiceRole;
  /** ARNs by name, known before the roles exist: for documents of others. */
  readonly named: { readonly execution: Output<string>; readonly task: Output<string> };
}

interface RoleSurroundings {
  readonly where: Output<Surroundings>;
  readonly tags: Input<Record<string, Input<string>>>;
}

/** Without a key: the intent, which never holds what AWS generates. */
export function roleStatements(
  name: string,
  source: RoleSource,
  encryptionKeyArn: Input<string> | undefined,
  opts?: ComponentResourceOptions,
): RoleStatements {
  const where = surroundings(opts);
  const key = all([where, encryptionKeyArn]).apply(([at, arn]) => arn ?? arns.key(at, generated));
  const execution = all([where, key, source.repositoryName, source.bootstrapImage, source.secrets]).apply(
    ([at, keyArn, repositoryName, bootstrapImage = "", secrets]) =>
      executionStatements(at, {
        repositoryName,
        logGroupName: taskLogGroup(physicalName(name)),
        bootstrapImage,
        secretArns: Object.values(secrets),
        keyArn,
      }),
  );
  const task = all([where, key]).apply(([at, keyArn]) =>
    source.enableExecuteCommand ? execStatements(at, execLogGroup(physicalName(name)), keyArn) : [],
  );
  const traffic = all([where, source.containerPort]).apply(([at, port]) =>
    source.shifting
      ? trafficStatements(
          at,
          loadBalancerName(name),
          ["blue", "green"].map((color) => targetGroupName(name, color, port)),
        )
      : [],
  );
  return { execution, task, traffic };
}

export const loadBalancerName = (name: string) => physicalName(name, 32);

export function createRoles(
  name: string,
  source: RoleSource,
  statements: RoleStatements,
  { where, tags }: RoleSurroundings,
  parent: ComponentResource,
): ServiceRoles {
  const tasks = where.apply((at) => arns.arn(at, "ecs", "*"));
  const make = (noun: string, description: string, service: string, list: Output<IntentStatement[]>) =>
    createRole(
      `${name}-${noun}`,
      { description, service, where, sourceArn: service === "ecs-tasks" ? tasks : undefined, statements: list, tags },
      { parent },
    );
  const execution = make(
    "execution",
    "Starts tasks: pulls the image, opens the log",
    "ecs-tasks",
    statements.execution,
  );
  const named = (noun: string) => where.apply((at) => arns.role(at, roleName(`${name}-${noun}`)));
  const taskRoleArn = source.enableExecuteCommand
    ? make("task", "What the service itself may do: sessions of ECS Exec", "ecs-tasks", statements.task).arn
    : createPowerlessRole(`${name}-task`, tasks, { where, tags }, parent);
  return {
    execution,
    taskRoleArn,
    traffic: source.shifting ? make("traffic", "Moves traffic between versions", "ecs", statements.traffic) : undefined,
    named: { execution: named("execution"), task: named("task") },
  };
}

/** A service that calls no AWS API still needs a role of its own: without one it could not be given a right later. */
function createPowerlessRole(
  name: string,
  sourceArn: Output<string>,
  { where, tags }: RoleSurroundings,
  parent: ComponentResource,
): Output<string> {
  const document = all([where, sourceArn]).apply(([{ account }, source]) => trust("ecs-tasks", account, source));
  const description = "What the service itself may do: nothing";
  const args = { name: roleName(name), description, path: "/", assumeRolePolicy: document, tags };
  return output(new Role(name, args, { parent }).arn);
}
