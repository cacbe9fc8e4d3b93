import type { Invoke } from "./invoke";
import type { StoredResource } from "../refusals/contract";
import type { Properties } from "../values";
import { isObject } from "../values";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";

/** Filter names of the EC2 API that are not the property's own name. */
const FILTERS: Readonly<Record<string, string>> = {
  "vpc-id": "vpcId",
  "subnet-id": "id",
  "availability-zone": "availabilityZone",
  "cidr-block": "cidrBlock",
  cidr: "cidrBlock",
  "map-public-ip-on-launch": "mapPublicIpOnLaunch",
};

export const ec2: Readonly<Record<string, Invoke>> = {
  "ec2/getVpc": (args, { store }) => one("VPC", select(store.all(VPC), args)),
  "ec2/getSubnet": (args, { store }) => one("subnet", select(store.all(SUBNET), args)),
  "ec2/getSubnets": (args, { store, settings }) => ({
    id: settings.region,
    ids: select(store.all(SUBNET), args).map((subnet) => subnet.id),
  }),
  "ec2/getVpcs": (args, { store, settings }) => ({
    id: settings.region,
    ids: select(store.all(VPC), args).map((vpc) => vpc.id),
  }),
  "ec2/getSecurityGroup": (args, { store }) =>
    one("security group", select(store.all("aws:ec2/securityGroup:SecurityGroup"), args)),
};

function select(resources: StoredResource[], args: Properties): StoredResource[] {
  const filters = Array.isArray(args["filters"]) ? (args["filters"] as { name: string; values: string[] }[]) : [];
  const tags = isObject(args["tags"]) ? args["tags"] : {};
  const direct = ["id", "vpcId", "cidrBlock", "availabilityZone", "name"].filter((name) => args[name] !== undefined);
  return resources.filter(
    ({ outputs }) =>
      direct.every((name) => outputs[name] === args[name]) &&
      Object.entries(tags).every(([key, value]) => tagOf(outputs, key) === value) &&
      filters.every(({ name, values }) => values.some((pattern) => fits(pattern, valueOf(outputs, name)))),
  );
}

function valueOf(outputs: Properties, filter: string): string {
  return String(filter.startsWith("tag:") ? tagOf(outputs, filter.slice(4)) : outputs[FILTERS[filter] ?? filter]);
}

function tagOf(outputs: Properties, key: string): unknown {
  return isObject(outputs["tagsAll"]) ? outputs["tagsAll"][key] : undefined;
}

function fits(pattern: string, value: string): boolean {
  const escaped = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`).test(value);
}

function one(what: string, found: StoredResource[]): Properties {
  const [first] = found;
  if (found.length === 1 && first !== undefined) {
    return { ...first.outputs, tags: first.outputs["tagsAll"] ?? {}, state: "available", default: false };
  }
  const problem = found.length === 0 ? "no matching" : `${found.length} matching`;
  throw new Error(
    `There is ${problem} ${what} in the sandbox. Narrow the arguments, or create it with another stack first.`,
  );
}
