import { getProject, getStack, RunError, runtime } from "@pulumi/pulumi";
import { memoryFor } from "./components/service/taskSize";
import { number } from "./configKinds";
import { describeProblems, problem, readKeys } from "./configReader";
import type { Problem } from "./configReader";
import { region, settingKeys } from "./settings";
import type { Settings } from "./settings";

/** Everything the program knows about its stack. */
export interface StackConfig extends Settings {
  readonly region: string;
}

/** The only reader of stack config: all of it, checked, or one error that lists everything to correct. */
export function loadConfig(): StackConfig {
  return parseConfig(getProject(), getStack(), runtime.allConfig(), isConfigSecret);
}

export function parseConfig(
  project: string,
  stack: string,
  given: Record<string, string>,
  isSecret: (key: string) => boolean = () => false,
): StackConfig {
  const own = readKeys<Settings>(project, given, settingKeys, isSecret);
  // Other keys of the provider's namespace are the provider's business.
  const provider = readKeys<{ region: string }>("aws", pick(given, "aws:region"), { region: { kind: region } });
  // What is wrong by itself counts as not set, and need not be told twice.
  const told = new Set(own.problems.map(({ key }) => key));
  const others = contradictions(project, { ...provider.values, ...own.values }).filter(({ key }) => !told.has(key));
  const problems = [...provider.problems, ...own.problems, ...others];
  // Told without a stack trace: the fault is not in the program.
  if (problems.length > 0) throw new RunError(describeProblems(stack, problems));
  return { ...(own.values as Settings), ...(provider.values as { region: string }) };
}

/** Settings that are fine by themselves and do not go together. */
export function contradictions(project: string, settings: Partial<StackConfig>): Problem[] {
  const wrong = (name: keyof Settings, found: string) => problem(project, name, found, settingKeys[name].kind);
  const problems: Problem[] = [];
  if (settings.imageSource === "build" && settings.sourceRepository === undefined) {
    problems.push(wrong("sourceRepository", "is not set although this stack builds"));
  }
  const [, , , region, account] = settings.certificateArn?.split(":") ?? [];
  if (account && settings.allowedAccountIds && !settings.allowedAccountIds.includes(account)) {
    problems.push(wrong("certificateArn", `belongs to account ${account}, which allowedAccountIds does not list`));
  } else if (region && settings.region && region !== settings.region) {
    problems.push(wrong("certificateArn", `lies in ${region}, and the load balancer in ${settings.region}`));
  }
  const { cpu, memory } = settings;
  if (cpu !== undefined && memory !== undefined && !memoryFor(cpu).includes(memory)) {
    const found = `is ${memory}, which Fargate does not offer with ${cpu} CPU units`;
    problems.push(problem(project, "memory", found, number(memoryFor(cpu), memoryFor(cpu)[0] ?? 0)));
  }
  if (!settings.ownsRegistry) {
    const registry = ["pullThroughCaches", "replicateTo", "replicateFrom"] as const;
    const set: (keyof Settings)[] = registry.filter((name) => settings[name] !== undefined);
    if (settings.signImages) set.push("signImages");
    problems.push(...set.map((name) => wrong(name, "is set although ownsRegistry is false")));
  }
  return problems;
}

// The SDK exports this and leaves it out of its declarations.
const isConfigSecret = (key: string) => (runtime as unknown as Secrets).isConfigSecret(key);
interface Secrets {
  isConfigSecret(key: string): boolean;
}

const pick = (given: Record<string, string>, key: string): Record<string, string> =>
  given[key] === undefined ? {} : { [key]: given[key] };
