import { Secret } from "@pulumi/policy";
import type { PolicyResource, PolicyResourceOptions, ResourceValidationArgs } from "@pulumi/policy";
import { Node } from "../node";
import type { Resource, StackResource } from "../resource";
import { StackIndex } from "../stackIndex";
import { stackProperties } from "./stackProperties";

/** The SDK wraps properties so that reading an unknown one throws. This key gives what is inside. */
const proxyTarget = "__getSpecialProxyTarget";

type Args = Pick<ResourceValidationArgs, "type" | "urn" | "name" | "props" | "opts" | "provider">;

export type SecretsOf = (urn: string) => ReadonlySet<string>;

export function resourceOf(args: Args, secretsOf?: SecretsOf): Resource {
  return {
    type: args.type,
    urn: args.urn,
    name: args.name,
    props: new Node(unwrapped(args.props)),
    opts: optionsOf(args.opts),
    ...(secretsOf && { secrets: secretsOf(args.urn) }),
    ...(args.provider && {
      provider: {
        type: args.provider.type,
        urn: args.provider.urn,
        name: args.provider.name,
        props: new Node(unwrapped(args.provider.props)),
      },
    }),
  };
}

/** The inputs of a resource as they were judged before, by its URN. */
type InputsOf = (urn: string) => object | undefined;

export function stackIndexOf(
  resources: readonly PolicyResource[],
  inputsOf: InputsOf,
  secretsOf?: SecretsOf,
): StackIndex {
  const made = new Map<string, { -readonly [K in keyof StackResource]: StackResource[K] }>();
  for (const resource of resources) {
    const seen = resourceOf(resource, secretsOf);
    const props = new Node(stackProperties(seen.props.raw as object, inputsOf(resource.urn)));
    made.set(resource.urn, { ...seen, props, dependencies: [], propertyDependencies: {} });
  }
  const find = (resource: PolicyResource): StackResource[] => {
    const found = made.get(resource.urn);
    return found ? [found] : [];
  };
  for (const resource of resources) {
    const own = made.get(resource.urn);
    if (!own) continue;
    const parent = resource.parent && made.get(resource.parent.urn);
    if (parent) own.parent = parent;
    own.dependencies = resource.dependencies.flatMap(find);
    own.propertyDependencies = Object.fromEntries(
      Object.entries(resource.propertyDependencies).map(([property, targets]) => [property, targets.flatMap(find)]),
    );
  }
  return new StackIndex([...made.values()]);
}

/** The properties with secrets taken out of their wrappers: what remediation sees. */
export function plain(value: unknown): unknown {
  const inner = unwrapped(value);
  if (Array.isArray(inner)) return inner.map(plain);
  if (typeof inner !== "object" || inner === null) return inner;
  if (inner instanceof Secret) return plain(inner.value);
  return Object.fromEntries(Object.entries(inner).map(([name, field]) => [name, plain(field)]));
}

export function unwrapped(value: unknown): unknown {
  let inner = value;
  while (typeof inner === "object" && inner !== null) {
    const target = (inner as Record<string, unknown>)[proxyTarget];
    if (target === undefined) break;
    inner = target;
  }
  return inner;
}

function optionsOf(opts: PolicyResourceOptions): Resource["opts"] {
  return {
    protect: opts.protect,
    ignoreChanges: opts.ignoreChanges,
    ...(opts.parent !== undefined && { parent: opts.parent }),
  };
}
