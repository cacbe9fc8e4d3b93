import type { StackFileResource } from "../../../corpus/stackFile";
import type { CloudFormation, Subject } from "../subject";

/** A kind of resource in its good form, and the ways to break one thing of it. The labels are ours. */
export interface Kind {
  readonly kind: string;
  readonly resources: readonly StackFileResource[];
  readonly cloudFormation: CloudFormation;
  readonly faults: readonly Fault[];
}

export interface Fault {
  /** The controls it breaks, to find the same rules of other judges by their references. */
  readonly breaks: readonly string[];
  readonly reason: string;
  readonly change: Changes;
  /** The same change of the template. */
  readonly template: Changes;
}

/** By path, `<resource>.<property>.<index>…`: the new value, or `undefined` to take it away. */
export type Changes = Readonly<Record<string, unknown>>;

const group = "resources";

/** The good form, and one subject for each fault. */
export function subjectsOf({ kind, resources, cloudFormation, faults }: Kind): Subject[] {
  const about = [...new Set(faults.flatMap(({ breaks }) => breaks))];
  const good = { group, kind, about, broken: [], name: `${kind}, good`, reason: "As AWS recommends it" };
  return [
    { ...good, resources, cloudFormation },
    ...faults.map(({ breaks, reason, change, template }) => ({
      ...{ group, kind, about, broken: breaks, name: `${kind}: ${reason}`, reason },
      resources: changedResources(resources, change),
      cloudFormation: changedTemplate(cloudFormation, template),
    })),
  ];
}

function changedResources(resources: readonly StackFileResource[], changes: Changes): StackFileResource[] {
  const props = changed(
    Object.fromEntries(resources.map((resource) => [resource.name, resource.props ?? {}])),
    changes,
  );
  return resources.flatMap((resource) => {
    const own = props[resource.name];
    return own === undefined ? [] : [{ ...resource, props: own as Record<string, unknown> }];
  });
}

function changedTemplate(template: CloudFormation, changes: Changes): CloudFormation {
  const properties = Object.fromEntries(Object.entries(template).map(([id, each]) => [id, each.Properties ?? {}]));
  const after = changed(properties, changes);
  return Object.fromEntries(
    Object.entries(template).flatMap(([id, { Type }]) =>
      after[id] === undefined ? [] : [[id, { Type, Properties: after[id] as object }]],
    ),
  );
}

function changed(value: object, changes: Changes): Record<string, unknown> {
  const copy = structuredClone(value) as Record<string, unknown>;
  for (const [path, changeTo] of Object.entries(changes)) {
    const steps = path.split(".");
    const last = steps.pop() as string;
    let at = copy;
    for (const step of steps) at = (at[step] ??= {}) as Record<string, unknown>;
    // A path that names nothing would leave the good form under the label of the fault.
    if (changeTo === undefined && !(last in at)) throw new Error(`${path} is not there to take away.`);
    if (changeTo === undefined) delete at[last];
    else at[last] = changeTo;
  }
  return copy;
}
