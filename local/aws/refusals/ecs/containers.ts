import type { Call, Refusal } from "../contract";
import { hasUnknown, isRecord, isSet, textAt, valuesAt } from "../paths";
import type { Fields } from "../paths";
import { refusal } from "../rules";
import { containerProblems } from "./container";
import { fargateProblems } from "./fargateContainer";
import { cpuUnits, mebibytes } from "./taskSize";

const code = "ClientException";
const at = "containerDefinitions";

/** The parsed containers, or undefined when the text is unknown or no list of objects. */
export function parseContainers(text: unknown): Fields[] | undefined {
  if (typeof text !== "string") return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every(isRecord) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

export function refuseContainers({ inputs }: Call): Refusal[] {
  const text = textAt(inputs, at);
  if (text === undefined) return [];
  const containers = parseContainers(text);
  const problems =
    containers === undefined
      ? ["it is not a JSON list of containers; build it with JSON.stringify or pulumi.jsonStringify"]
      : [
          ...containers.flatMap((container, index) => containerProblems(container, `[${index}]`)),
          ...togetherProblems(containers, inputs),
          ...fargateProblems(containers, inputs),
        ];
  return problems.map((problem) => refusal(code, at, `${at} is not acceptable: ${problem}.`));
}

function togetherProblems(containers: Fields[], inputs: Fields): string[] {
  if (containers.length === 0) return ["it has no containers; add one"];
  const names = containers.map((one) => one.name);
  const repeated = names.find((name, index) => typeof name === "string" && names.indexOf(name) !== index);
  const problems = repeated === undefined ? [] : [`two containers are named "${String(repeated)}"; make names unique`];
  if (containers.every((one) => one.essential === false)) problems.push("no container is essential; mark one");
  return [
    ...problems,
    ...containers.flatMap((one, index) => dependencyProblems(one, `[${index}]`, containers)),
    ...containers.flatMap((one, index) => mountProblems(one, `[${index}]`, inputs)),
    ...sumProblems(containers, inputs),
  ];
}

function dependencyProblems(container: Fields, path: string, all: Fields[]): string[] {
  return valuesAt(container, "dependsOn[]").flatMap(({ path: step, value }) => {
    if (!isRecord(value) || typeof value.containerName !== "string") return [];
    const target = all.find((one) => one.name === value.containerName);
    if (target === undefined)
      return [`${path}.${step} names the container "${value.containerName}", which is not there`];
    if (target === container) return [`${path}.${step} names its own container`];
    const waits = value.condition === "HEALTHY" && !isSet(target, "healthCheck");
    const exits = ["SUCCESS", "COMPLETE"].includes(String(value.condition)) && target.essential !== false;
    return [
      ...(waits
        ? [`${path}.${step} waits until "${value.containerName}" is HEALTHY, and that has no healthCheck`]
        : []),
      ...(exits
        ? [`${path}.${step} waits for the end of "${value.containerName}", which is essential; set essential to false`]
        : []),
    ];
  });
}

function mountProblems(container: Fields, path: string, inputs: Fields): string[] {
  if (hasUnknown(inputs.volumes)) return [];
  const volumes = valuesAt(inputs, "volumes[].name").map(({ value }) => value);
  return valuesAt(container, "mountPoints[].sourceVolume")
    .filter(({ value }) => !volumes.includes(value))
    .map(({ path: step, value }) => `${path}.${step} is "${String(value)}", which is not in volumes`);
}

function sumProblems(containers: Fields[], inputs: Fields): string[] {
  const total = (key: string): number => containers.reduce((sum, one) => sum + (Number(one[key]) || 0), 0);
  const cpu = textAt(inputs, "cpu");
  const memory = textAt(inputs, "memory");
  const problems: string[] = [];
  if (cpu !== undefined && total("cpu") > cpuUnits(cpu))
    problems.push(`the containers ask for ${total("cpu")} CPU units and the task has ${cpu}`);
  if (memory !== undefined && total("memoryReservation") > mebibytes(memory))
    problems.push(`the containers reserve ${total("memoryReservation")} MiB and the task has ${memory}`);
  const largest = Math.max(0, ...containers.map((one) => Number(one.memory) || 0));
  if (memory !== undefined && largest > mebibytes(memory))
    problems.push(`a container asks for ${largest} MiB and the task has ${memory}`);
  return problems;
}
