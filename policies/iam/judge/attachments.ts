import type { Context } from "../../shared/control";
import type { Resource, StackResource } from "../../shared/resource";
import type { StackIndex } from "../../shared/stackIndex";
import { attachedPolicies, naming } from "./attachedPolicies";
import { groupType, policyType, rolePolicyType, roleType, userType } from "./policyGivers";
import { readDocument } from "./identityDocuments";
import { type Permissions, permissionsOf } from "./permissions";
import { groupsOf } from "./userGroups";
import { isWhole, wholeDocuments } from "./wholeDocuments";

/** Inline policies that are resources of their own, and the input that names whose they are. */
const inlinePolicies: Readonly<Record<string, readonly [type: string, property: string]>> = {
  [roleType]: [rolePolicyType, "role"],
  [userType]: ["aws:iam/userPolicy:UserPolicy", "user"],
  [groupType]: ["aws:iam/groupPolicy:GroupPolicy", "group"],
};

/** One document that gives a role its rights, and the resource that it stands in. */
export interface Attached {
  readonly on: StackResource;
  readonly permissions: Permissions;
}

/** Everything attached to a role, user or group inside the stack. */
export interface Rights {
  readonly attached: readonly Attached[];
  /** ARNs of attached policies that are not part of the stack. */
  readonly outside: readonly string[];
  /** Where something is attached that is not known yet. */
  readonly unknown: readonly { readonly on: Resource; readonly path: string }[];
}

const judged = new WeakMap<StackIndex, Map<string, Rights>>();

export function rightsOf(stack: StackIndex, holder: StackResource, context: Context): Rights {
  let ofStack = judged.get(stack);
  if (!ofStack) judged.set(stack, (ofStack = new Map()));
  let rights = ofStack.get(holder.urn);
  if (!rights) ofStack.set(holder.urn, (rights = collect(stack, holder, context)));
  return rights;
}

function collect(stack: StackIndex, holder: StackResource, context: Context): Rights {
  const attached: Attached[] = [];
  const outside: string[] = [];
  const unknown: { on: Resource; path: string }[] = [];
  const readDocuments = (on: StackResource) => {
    for (const { path, readings } of wholeDocuments(on, context)) {
      for (const one of readings) {
        if ("document" in one) attached.push({ on, permissions: permissionsOf(one.document) });
      }
      if (!readings.some(isWhole)) unknown.push({ on, path });
    }
  };
  readDocuments(holder);
  const [type, property] = inlinePolicies[holder.type] ?? [];
  if (type && property) naming(stack, type, property, holder).forEach(readDocuments);
  for (const { on, at, policy } of attachedPolicies(stack, holder)) {
    if (policy) readDocuments(policy);
    else if (at.isUnknown) unknown.push({ on, path: at.path });
    else if (at.isKnown) outside.push(String(at.raw));
  }
  const own: Rights = { attached, outside, unknown };
  const all = groupsOf(stack, holder).reduce((sum, group) => joined(sum, rightsOf(stack, group, context)), own);
  const boundary = boundaryOf(stack, holder);
  return boundary ? { ...all, attached: all.attached.map((one) => within(one, boundary)) } : all;
}

function joined(first: Rights, second: Rights): Rights {
  return {
    attached: [...first.attached, ...second.attached],
    outside: [...first.outside, ...second.outside],
    unknown: [...first.unknown, ...second.unknown],
  };
}

/** The permissions boundary of a role or user, if it is a known policy of this stack. */
function boundaryOf(stack: StackIndex, holder: StackResource): Permissions | undefined {
  const policy = stack.target(holder, "permissionsBoundary", [policyType]);
  const reading = policy && readDocument(policy.props.at("policy"));
  return reading && "document" in reading ? permissionsOf(reading.document) : undefined;
}

/** What the boundary does not allow is not allowed, whatever the document says. */
function within({ on, permissions }: Attached, boundary: Permissions): Attached {
  const isOpen = boundary.grants.some(({ kind }) => kind === "all" || kind === "services") || hasNotAction(boundary);
  if (isOpen) return { on, permissions };
  const allowed = new Set(boundary.grants.flatMap(({ actions }) => actions));
  const grants = permissions.grants.map((grant) => {
    const everything = grant.kind === "all" || grant.kind === "services";
    const actions = everything ? [...allowed] : grant.actions.filter((action) => allowed.has(action));
    // What is left is no whole service any more.
    return everything || actions.length < grant.actions.length
      ? { ...grant, actions, kind: "some" as const }
      : { ...grant, actions };
  });
  return { on, permissions: { ...permissions, grants } };
}

function hasNotAction({ document }: Permissions): boolean {
  return document.statements.some((statement) => statement.has("NotAction"));
}

/** The role of this stack that an ARN names, by its known ARN or by its physical name. */
export function roleOfArn(stack: StackIndex, arn: string): StackResource | undefined {
  const name = arn.slice(arn.lastIndexOf("/") + 1);
  return stack
    .ofType(roleType)
    .find(({ props }) => props.at("arn").raw === arn || (props.at("name").isKnown && props.at("name").raw === name));
}
