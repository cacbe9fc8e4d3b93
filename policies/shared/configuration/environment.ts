import type { Environment } from "../settings";
import type { EnvironmentKind, Input } from "./keys";

export const defaultEnvironments: Readonly<Record<string, EnvironmentKind>> = {
  dev: "dev",
  staging: "prod",
  prod: "protected",
};

const strictness: Readonly<Record<EnvironmentKind, number>> = { dev: 0, prod: 1, protected: 2 };

/**
 * The environment that a stack is judged as. The setting `environment` decides; without it the stack's name and its tag
 * `environment` do: where both are known the stricter one, where one is known that one, and where none is, the strictest.
 */
export function environmentOf(input: Input, stackName: string, stackTags: ReadonlyMap<string, string>): Environment {
  const environments = input.environments ?? defaultEnvironments;
  const tag = stackTags.get("environment");
  if (input.environment !== undefined) return describe(input.environment, environments);
  const candidates = [stackName, ...(tag === undefined ? [] : [tag])].filter((name) =>
    Object.hasOwn(environments, name),
  );
  // A tag that names no environment says that this stack is something else than its name promises.
  if (tag !== undefined && !Object.hasOwn(environments, tag)) return describe(tag, environments);
  const strictest = candidates.sort((a, b) => strictness[kind(b, environments)] - strictness[kind(a, environments)])[0];
  return describe(strictest ?? stackName, environments);
}

function kind(name: string, environments: Readonly<Record<string, EnvironmentKind>>): EnvironmentKind {
  return (Object.hasOwn(environments, name) && environments[name]) || "protected";
}

function describe(name: string, environments: Readonly<Record<string, EnvironmentKind>>): Environment {
  const is = kind(name, environments);
  return {
    name,
    kind: is === "dev" ? "dev" : "prod",
    known: Object.hasOwn(environments, name),
    protected: is === "protected",
  };
}
