import { characters, fields, first, named, oneOf, show, wholeNumber } from "../checks";
import type { Call, Refusal } from "../contract";
import { assumableBy } from "../iam/role";
import { isSet, isUnknown, listAt, recordsAt, textAt } from "../paths";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { refuseContainers } from "./containers";
import { cpuUnits, fargateCpus, fargateMemory, mebibytes } from "./taskSize";

const code = "ClientException";
export const taskDefinitionType = "aws:ecs/taskDefinition:TaskDefinition";

export const taskDefinitionRules: RuleTable = {
  [taskDefinitionType]: {
    inputs: [
      fields(code, {
        family: named(1, 255, /^[A-Za-z0-9_-]+$/, "letters, digits, - and _ only"),
        networkMode: oneOf("awsvpc", "bridge", "host", "none"),
        "requiresCompatibilities[]": oneOf("EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"),
        ipcMode: oneOf("host", "task", "none"),
        pidMode: oneOf("host", "task"),
        "ephemeralStorage.sizeInGib": wholeNumber(21, 200),
        "runtimePlatform.cpuArchitecture": oneOf("X86_64", "ARM64"),
        "runtimePlatform.operatingSystemFamily": oneOf("LINUX", ...windowsFamilies()),
        "volumes[].name": first(characters(1, 255), named(1, 255, /^[A-Za-z0-9_-]+$/, "letters, digits, - and _ only")),
        "volumes[].efsVolumeConfiguration.transitEncryption": oneOf("ENABLED", "DISABLED"),
      }),
      refuseFargate,
      refuseContainers,
    ],
    account: [
      assumableBy(code, "executionRoleArn", "ecs-tasks.amazonaws.com"),
      assumableBy(code, "taskRoleArn", "ecs-tasks.amazonaws.com"),
    ],
  },
};

export function isFargate(inputs: unknown): boolean {
  return (listAt(inputs, "requiresCompatibilities") ?? []).includes("FARGATE");
}

function windowsFamilies(): string[] {
  const editions = ["2016_FULL", "2019_FULL", "2019_CORE", "2004_CORE", "20H2_CORE", "2022_FULL", "2022_CORE"];
  return [...editions, "2025_FULL", "2025_CORE"].map((edition) => `WINDOWS_SERVER_${edition}`);
}

function refuseFargate({ inputs }: Call): Refusal[] {
  if (!isFargate(inputs)) return [];
  const mode = textAt(inputs, "networkMode");
  const hostVolumes = recordsAt(inputs, "volumes[]").filter(
    ({ value }) => isSet(value, "dockerVolumeConfiguration") || (textAt(value, "hostPath") ?? "") !== "",
  );
  return [
    ...when(
      !isUnknown(inputs.networkMode) && mode !== "awsvpc",
      code,
      "networkMode",
      `networkMode is ${mode ?? "missing"}: Fargate only supports network mode awsvpc.`,
    ),
    ...["cpu", "memory"]
      .filter((name) => !isSet(inputs, name))
      .map((name) =>
        refusal(code, name, `${name} is missing: Fargate requires that ${name} be defined at the task level.`),
      ),
    ...hostVolumes.map(({ path }) =>
      refusal(
        code,
        path,
        `${path} is a host or Docker volume: Fargate takes EFS and bind mounts without hostPath only.`,
      ),
    ),
    ...when(
      textAt(inputs, "ipcMode") === "host" || textAt(inputs, "pidMode") === "host",
      code,
      "pidMode",
      "ipcMode or pidMode is host: Fargate has no host to share with. Remove it.",
    ),
    ...sizeProblems(textAt(inputs, "cpu"), textAt(inputs, "memory")),
  ];
}

function sizeProblems(cpu: string | undefined, memory: string | undefined): Refusal[] {
  if (cpu === undefined) return [];
  const sizes = fargateMemory(cpuUnits(cpu));
  if (sizes.length === 0) {
    const message = `cpu is ${show(cpu)}: no Fargate configuration exists for given values. Use one of ${fargateCpus.join(", ")}.`;
    return [refusal(code, "cpu", message)];
  }
  if (memory === undefined || sizes.includes(mebibytes(memory))) return [];
  const message = `memory is ${show(memory)} and cpu is ${show(cpu)}: no Fargate configuration exists for given values. Use one of ${sizes.join(", ")}.`;
  return [refusal(code, "memory", message)];
}
