import type { PolicyDocument } from "../../documents/document";
import type { Context } from "../../shared/control";
import type { Resource, StackResource } from "../../shared/resource";
import type { StackIndex } from "../../shared/stackIndex";
import { documentNodes, readDocument, readIdentityDocument } from "./identityDocuments";
import { type Permissions, permissionsOf } from "./permissions";

export const roleType = "aws:iam/role:Role";
export const rolePolicyType = "aws:iam/rolePolicy:RolePolicy";
export const roleAttachmentType = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const policyType = "aws:iam/policy:Policy";

/** One document that gives a role its rights, and the resource that it stands in. */
export interface Attached {
  readonly on: StackResource;
  readonly permissions: Permissions;
}

/** Everything attached to a role inside the stack. */
export interface Rights {
  readonly attached: readonly Attached[];
  /** ARNs of attached policies that are not part of the stack. */
  readonly outside: readonly string[];
  /** Where something is attached that is not known yet. */
  readonly unknown: readonly { readonly on: Resource; readonly path: string }[];
}

const judged = new WeakMap<StackIndex, Map<string, Rights>>();

export function rightsOf(stack: StackIndex, role: StackResource, context: Context): Rights {
  let ofStack = judged.get(stack);
  if (!ofStack) judged.set(stack, (ofStack = new Map()));
  let rights = ofStack.get(role.urn);
  if (!rights) ofStack.set(role.urn, (rights = collect(stack, role, context)));
  return rights;
}

function collect(stack: StackIndex, role: StackResource, context: Context): Rights {
  const attached: Attached[] = [];
  const outside: string[] = [];
  const unknown: { on: Resource; path: string }[] = [];
  const readDocuments = (on: StackResource) => {
    if (on.type === roleType && on.props.at("inlinePolicies").isUnknown) return;
    for (const node of documentNodes(on)) {
      const reading = readIdentityDocument(node, on, context);
      if ("document" in reading) attached.push({ on, permissions: permissionsOf(reading.document as PolicyDocument) });
      else if ("undecided" in reading) unknown.push({ on, path: node.path });
    }
  };
  const readManaged = (arns: ReturnType<StackResource["props"]["items"]>) => {
    for (const arn of arns) if (arn.isKnown) outside.push(String(arn.raw));
  };
  readDocuments(role);
  stack.linked([rolePolicyType], "role", role).forEach(readDocuments);
  for (const attachment of stack.linked([roleAttachmentType], "role", role)) {
    const policy = stack.target(attachment, "policyArn", [policyType]);
    if (policy) readDocuments(policy);
    else if (attachment.props.at("policyArn").isUnknown) unknown.push({ on: attachment, path: "policyArn" });
    else readManaged([attachment.props.at("policyArn")]);
  }
  const managed = role.props.at("managedPolicyArns");
  if (!managed.isUnknown) readManaged(managed.items());
  const boundary = boundaryOf(stack, role);
  return { attached: boundary ? attached.map((one) => within(one, boundary)) : attached, outside, unknown };
}

/** The permissions boundary of the role, if it is a known policy of this stack. */
function boundaryOf(stack: StackIndex, role: StackResource): Permissions | undefined {
  const policy = stack.target(role, "permissionsBoundary", [policyType]);
  const reading = policy && readDocument(policy.props.at("policy"));
  return reading && "document" in reading ? permissionsOf(reading.document) : undefined;
}

/** What the boundary does not allow is not allowed, whatever the document says. */
function within({ on, permissions }: Attached, boundary: Permissions): Attached {
  const isOpen = boundary.grants.some(({ kind }) => kind === "all" || kind === "services") || hasNotAction(boundary);
  if (isOpen) return { on, permissions };
  const allowed = new Set(boundary.grants.flatMap(({ actions }) => actions));
  const grants = permissions.grants.map((grant) => ({
    ...grant,
    actions: grant.actions.filter((a) => allowed.has(a)),
  }));
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
