import { IMMUTABLE } from "./immutable";
import { nameRule } from "./naming";
import type { TypeSchema } from "./schema";

/** Where AWS allows one per parent: the new one cannot stand beside the old one, whatever it is called. */
const ONE_PER_PARENT = new Set([
  "ec2/route",
  "ec2/routeTableAssociation",
  "ecr/lifecyclePolicy",
  "ecr/repositoryPolicy",
  "ecs/clusterCapacityProviders",
  "lb/listener",
  "wafv2/webAclAssociation",
]);

export function isOnePerParent(type: string): boolean {
  return ONE_PER_PARENT.has(tableKey(type));
}

/** The documentation speaks of a replacement, and means kinds of the resource that hardly anybody has. */
const USUALLY_MUTABLE: Readonly<Record<string, string>> = {
  "ec2/subnet": "ipv6CidrBlock",
  "ec2/vpcEndpoint": "privateDnsEnabled",
  // Only a network load balancer is replaced.
  "lb/loadBalancer": "securityGroups subnets",
};

const known = new Map<string, ReadonlySet<string>>();

/** Every input of the type whose change replaces the resource. */
export function immutableInputs(schema: TypeSchema): ReadonlySet<string> {
  const cached = known.get(schema.type);
  if (cached !== undefined) return cached;
  const mutable = USUALLY_MUTABLE[tableKey(schema.type)]?.split(" ") ?? [];
  const documented = Object.keys(schema.inputs).filter(
    (name) => schema.inputs[name]?.replaces === true && !mutable.includes(name),
  );
  const listed = IMMUTABLE[tableKey(schema.type)]?.split(" ");
  // Without a row, the name is taken to be part of the identity: it is for nearly every AWS resource.
  const names = listed ?? [nameRule(schema)?.property ?? ""];
  const all = new Set([...documented, ...names, "region"].filter((name) => name in schema.inputs));
  known.set(schema.type, all);
  return all;
}

/** The rows, for the test that compares them with the installed declarations. */
export function immutableRows(): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(IMMUTABLE).map(([key, names]) => [key, names.split(" ")]));
}

function tableKey(type: string): string {
  return (type.split(":")[1] ?? "").replace(/^alb\//, "lb/");
}
