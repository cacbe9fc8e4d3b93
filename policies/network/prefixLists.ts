import type { Node } from "../shared/node";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { worldRanges } from "./cidr";
import type { Rule } from "./rules";

const prefixListType = "aws:ec2/managedPrefixList:ManagedPrefixList";
const entryType = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";

export const prefixListReads: Readonly<Record<string, readonly string[]>> = {
  [prefixListType]: ["entries.cidr"],
  [entryType]: ["cidr", "prefixListId"],
};

/** The prefix lists of the stack that hold the whole world, in themselves or by an entry of its own. */
export function worldLists(stack: StackIndex): ReadonlySet<StackResource> {
  const lists = stack.ofType(prefixListType).filter(({ props }) => {
    const entries = props.at("entries");
    return !entries.isUnknown && worldRanges(entries.items().map((entry) => entry.at("cidr"))).length > 0;
  });
  const entries = stack.ofType(entryType).filter(({ props }) => worldRanges([props.at("cidr")]).length > 0);
  const extended = entries.flatMap((entry) => stack.target(entry, "prefixListId", [prefixListType]) ?? []);
  return new Set([...lists, ...extended]);
}

/** Where the rule names one of the lists: by its known id, or while that is unknown by what the property is made of. */
export function namesList(resource: StackResource, rule: Rule, lists: ReadonlySet<StackResource>): Node | undefined {
  const ids = new Set([...lists].map(({ props }) => props.at("id").raw));
  return rule.prefixLists.find((node) => {
    if (node.isKnown) return ids.has(node.raw);
    const [property = ""] = /^\w+/.exec(node.path) ?? [];
    return resource.propertyDependencies[property]?.some((list) => lists.has(list));
  });
}
