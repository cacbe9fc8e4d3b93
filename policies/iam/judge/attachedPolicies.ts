import { identities } from "../../shared/identities";
import type { Node } from "../../shared/node";
import type { StackResource } from "../../shared/resource";
import type { StackIndex } from "../../shared/stackIndex";
import { policyGivers, policyType } from "./policyGivers";

/** One policy that a holder has: of this stack, or one that is known by its ARN only, or not at all yet. */
export interface AttachedPolicy {
  /** Where it is attached. */
  readonly on: StackResource;
  readonly at: Node;
  readonly policy?: StackResource;
}

/** Every managed policy that a role, user or group of the stack is given. */
export function attachedPolicies(stack: StackIndex, holder: StackResource): readonly AttachedPolicy[] {
  const attached = (policyGivers[holder.type] ?? []).flatMap(({ type, holder: property, policies }) =>
    naming(stack, type, property, holder).flatMap((giver) => policiesIn(stack, giver, policies)),
  );
  return distinct([...attached, ...policiesIn(stack, holder, "managedPolicyArns")]);
}

/** After an update the provider also lists on the role what attachments have given it. */
function distinct(policies: readonly AttachedPolicy[]): readonly AttachedPolicy[] {
  const seen = new Set<string>();
  return policies.filter(({ at, policy }) => {
    const key = policy?.urn ?? (at.isKnown ? String(at.raw) : undefined);
    if (key === undefined) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The resources of the type whose input names the target, alone or in a list. */
export function naming(stack: StackIndex, type: string, property: string, target: StackResource): StackResource[] {
  const linked = stack.linked([type], property, target);
  const texts = identities(target);
  const inList = stack.ofType(type).filter(({ props }) => {
    const { raw } = props.at(property);
    return Array.isArray(raw) && texts.some((text) => raw.includes(text));
  });
  return [...new Set([...linked, ...inList])];
}

function policiesIn(stack: StackIndex, giver: StackResource, property: string): readonly AttachedPolicy[] {
  const list = giver.props.at(property);
  const made = (giver.propertyDependencies[property] ?? []).filter(({ type }) => type === policyType);
  const ofStack = made.map((policy) => ({ on: giver, at: list, policy }));
  // A computed list of which nothing is known says nothing about what the program attaches.
  if (list.isUnknown) return made.length > 0 || property === "managedPolicyArns" ? ofStack : [{ on: giver, at: list }];
  if (list.isAbsent && property === "policyArn" && made.length === 0) return [{ on: giver, at: list }];
  const leaves = list.items().filter(({ raw }) => typeof raw === "string");
  const known = leaves
    .filter((leaf) => leaf.isKnown)
    .map((leaf) => ({ on: giver, at: leaf, policy: policyOf(stack, String(leaf.raw)) }))
    .filter(({ policy }) => policy === undefined || !made.includes(policy));
  const unknown = leaves.filter((leaf) => leaf.isUnknown).slice(made.length);
  return [...ofStack, ...known, ...unknown.map((at) => ({ on: giver, at }))];
}

/** The policy of this stack that an ARN names: by its own ARN, or by its physical name. */
function policyOf(stack: StackIndex, arn: string): StackResource | undefined {
  if (!/^arn:[^:]*:iam::\d/.test(arn)) return undefined;
  const name = arn.slice(arn.lastIndexOf("/") + 1);
  return stack.ofType(policyType).find(({ props }) => props.at("arn").raw === arn || props.at("name").raw === name);
}
