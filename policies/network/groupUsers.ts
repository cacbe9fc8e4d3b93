import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { groupTypes, ruleTypes } from "./rules";

/** The blocks in which resources of `@pulumi/aws` take their security groups; others have an input of their own. */
const blocks = new Set([
  ...["networkConfiguration", "networkConfigurations", "networkConfig", "networkInterfaces", "launchSpecifications"],
  ...["vpcConfig", "vpcConfigs", "vpcConfiguration", "vpcOptions", "vpc", "computeResources", "computeConfig"],
  ...["brokerNodeGroupInfo", "ec2Attributes", "ecsTarget", "endpointDetails", "remoteAccess", "kafkaCluster"],
  ...["kafkaClusters", "managedInstancesProvider", "applicationConfiguration", "elasticsearchConfiguration"],
  ...["opensearchConfiguration", "opensearchserverlessConfiguration", "defaultUserSettings", "userSettings"],
  ...["domainSettings", "defaultSpaceSettings", "workspaceCreationProperties", "workforceVpcConfig", "configuration"],
  ...["source", "sourceParameters", "target", "targetParameters"],
]);

function takesGroups(property: string): boolean {
  return blocks.has(property) || /securityGroups?(Ids?|Names)?$/i.test(property);
}

/** What a security group is attached to: neither rules nor components, which only hand it on. */
export function usersOf(stack: StackIndex, group: StackResource): StackResource[] {
  const users = [...stack.dependents(group)].filter(({ propertyDependencies }) =>
    Object.entries(propertyDependencies).some(
      ([property, used]) => takesGroups(property) && used.some(({ urn }) => urn === group.urn),
    ),
  );
  const id = group.props.at("id");
  const named = typeof id.raw === "string" && id.isKnown ? (namedGroups(stack).get(id.raw) ?? []) : [];
  return [...new Set([...users, ...named])].filter(isAttached);
}

function isAttached({ type }: StackResource): boolean {
  return type.startsWith("aws:") && !ruleTypes.includes(type) && !groupTypes.includes(type);
}

const known = new WeakMap<StackIndex, ReadonlyMap<string, readonly StackResource[]>>();

/** The resources that name a group by its id, as a plain text, by that id. */
function namedGroups(stack: StackIndex): ReadonlyMap<string, readonly StackResource[]> {
  let named = known.get(stack) as Map<string, StackResource[]> | undefined;
  if (!named) {
    named = new Map();
    for (const resource of stack.all.filter(isAttached)) {
      const taken = resource.props.fields().filter(([property]) => takesGroups(property));
      const text = JSON.stringify(taken.map(([, { raw }]) => raw));
      for (const id of new Set(text.match(/\bsg-[\w-]+/g))) named.set(id, [...(named.get(id) ?? []), resource]);
    }
    known.set(stack, named);
  }
  return named;
}
