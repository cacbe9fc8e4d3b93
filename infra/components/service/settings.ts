import { all } from "@pulumi/pulumi";
import type { Input, Output } from "@pulumi/pulumi";
import { Architecture } from "../shared/architecture";
import { integerBetween, invalid, oneOf, validated } from "../shared/validate";
import { userProblem } from "./containers";
import { DeploymentStrategy, shiftsTraffic } from "./deployment";
import type { FargateServiceArgs } from "./fargateService";
import { ImageOwner, imageProblem } from "./image";
import type { RoleSource } from "./roles";
import type { TaskSurroundings } from "./task";
import { taskSizeProblem } from "./taskSize";
import type { TaskSize } from "./taskSize";

export interface ServiceSettings {
  /** Names the component in errors. */
  readonly check: string;
  readonly strategy: DeploymentStrategy;
  readonly containerPort: Input<number>;
  readonly desiredCount: Output<number>;
  readonly roleSource: RoleSource;
  readonly task: Pick<TaskSurroundings, "size" | "user" | "stopTimeoutSeconds">;
  /** What Pulumi leaves alone after the first deployment. */
  readonly ignoreChanges: string[];
}

/** Everything that decides which resources there are is checked before the first of them is made. */
export function normalizeService(name: string, args: FargateServiceArgs): ServiceSettings {
  const check = `FargateService "${name}"`;
  const strategy = args.deploymentStrategy ?? DeploymentStrategy.Rolling;
  const owner = args.imageOwner ?? ImageOwner.Pipeline;
  validated(check, "deploymentStrategy", strategy, oneOf(DeploymentStrategy));
  validated(check, "architecture", args.architecture ?? Architecture.Arm64, oneOf(Architecture));
  validated(check, "imageOwner", owner, oneOf(ImageOwner));
  validated(check, "spotPercent", args.spotPercent ?? 0, integerBetween(0, 100));
  const contradiction = imageProblem(owner, args.image);
  if (contradiction !== undefined) throw invalid(check, "image", args.image, contradiction);
  const desiredCount = validated(check, "desiredCount", args.desiredCount ?? 2, integerBetween(0, 5000));
  const containerPort = validated(check, "containerPort", args.containerPort ?? 8080, integerBetween(1, 65535));
  const container = args.container ?? {};
  const user = validated(check, "container.user", container.user ?? "65532:65532", userProblem);
  const patience = container.stopTimeoutSeconds ?? 60;
  const stopTimeoutSeconds = validated(check, "container.stopTimeoutSeconds", patience, integerBetween(2, 120));
  const pipelineOwns = owner === ImageOwner.Pipeline;
  return {
    check,
    strategy: strategy as DeploymentStrategy,
    containerPort,
    desiredCount,
    task: { size: checkedSize(check, args.cpu ?? 256, args.memory ?? 512), user, stopTimeoutSeconds },
    roleSource: {
      repositoryName: args.repositoryName,
      bootstrapImage: args.bootstrapImage,
      containerPort,
      secrets: container.secrets ?? {},
      enableExecuteCommand: args.enableExecuteCommand ?? false,
      shifting: shiftsTraffic(strategy as DeploymentStrategy),
    },
    ignoreChanges: [
      ...(pipelineOwns ? ["taskDefinition"] : []),
      ...(pipelineOwns || args.scaling !== undefined ? ["desiredCount"] : []),
    ],
  };
}

/** Plain values are refused at once, the others as soon as they are known. */
function checkedSize(check: string, cpu: Input<number>, memory: Input<number>): Output<TaskSize> {
  const refuse = (size: TaskSize): TaskSize => {
    const problem = taskSizeProblem(size);
    if (problem !== undefined) throw invalid(check, "memory", size.memory, problem);
    return size;
  };
  if (typeof cpu === "number" && typeof memory === "number") refuse({ cpu, memory });
  return all([cpu, memory]).apply(([knownCpu, knownMemory]) => refuse({ cpu: knownCpu, memory: knownMemory }));
}
