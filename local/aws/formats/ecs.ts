import type { Formats, Subject } from "./subject";
import { afterSlash, arn, hex, nameOf, text } from "./subject";

const TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";

export const ecs: Formats = {
  "ecs/cluster": (subject) => {
    const name = nameOf(subject);
    const id = arn(subject, "ecs", `cluster/${name}`);
    return { id, arn: id, name };
  },
  "ecs/clusterCapacityProviders": (subject) => ({ id: text(subject, "clusterName") }),
  "ecs/capacityProvider": (subject) => {
    const id = arn(subject, "ecs", `capacity-provider/${nameOf(subject)}`);
    return { id, arn: id };
  },
  "ecs/service": (subject) => {
    const name = nameOf(subject);
    const id = arn(subject, "ecs", `service/${afterSlash(text(subject, "cluster", "default"))}/${name}`);
    return {
      id,
      arn: id,
      name,
      cluster: text(subject, "cluster", arn(subject, "ecs", "cluster/default")),
      iamRole: "/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
      launchType: Array.isArray(subject.inputs["capacityProviderStrategies"]) ? "" : "EC2",
      platformVersion: "LATEST",
      availabilityZoneRebalancing: "ENABLED",
      triggers: {},
    };
  },
  "ecs/taskDefinition": (subject) => {
    const family = text(subject, "family");
    const withoutRevision = arn(subject, "ecs", `task-definition/${family}`);
    const revision = nextRevision(subject, family);
    return {
      id: family,
      arn: `${withoutRevision}:${revision}`,
      arnWithoutRevision: withoutRevision,
      revision,
      networkMode: "bridge",
      enableFaultInjection: false,
    };
  },
  "ecs/taskSet": (subject) => ({
    id: `ecs-svc/${hex(subject, 19)}`,
    status: "ACTIVE",
    stabilityStatus: "STEADY_STATE",
  }),
  "ecs/accountSettingDefault": (subject) => ({ id: arn(subject, "iam", "root", "global") }),
};

/** Revisions count up per family. */
function nextRevision(subject: Subject, family: string): number {
  if (subject.previous !== undefined) return Number(subject.previous["revision"]);
  const revisions = subject.store.all(TASK_DEFINITION).filter((stored) => stored.outputs["family"] === family);
  return 1 + Math.max(0, ...revisions.map((stored) => Number(stored.outputs["revision"])));
}
