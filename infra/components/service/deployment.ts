/** How a new version takes over. All of them are ECS's own; none needs CodeDeploy. */
export const DeploymentStrategy = {
  /** Replaces tasks step by step; the circuit breaker watches. */
  Rolling: "rolling",
  /** Starts a second set of tasks, moves all traffic at once, keeps the first set while it bakes. */
  BlueGreen: "blueGreen",
  /** Like blue/green, with a small share of the traffic first. */
  Canary: "canary",
  /** Like blue/green, moving the traffic in equal steps. */
  Linear: "linear",
} as const;
export type DeploymentStrategy = (typeof DeploymentStrategy)[keyof typeof DeploymentStrategy];

export interface DeploymentTuning {
  /** Minutes both versions run after all traffic moved. */
  readonly bakeMinutes: number;
  /** Share of the traffic that a canary takes, in percent. */
  readonly canaryPercent: number;
  /** Share of the traffic that each linear step moves, in percent. */
  readonly stepPercent: number;
  /** Minutes a canary or a linear step is watched. */
  readonly stepBakeMinutes: number;
}

/** An ECS service's deployment configuration; minutes are strings in the provider. */
export interface DeploymentSettings {
  readonly strategy: "ROLLING" | "BLUE_GREEN" | "CANARY" | "LINEAR";
  readonly bakeTimeInMinutes?: string;
  readonly canaryConfiguration?: { readonly canaryPercent: number; readonly canaryBakeTimeInMinutes: string };
  readonly linearConfiguration?: { readonly stepPercent: number; readonly stepBakeTimeInMinutes: string };
}

/** Whether ECS moves traffic between two target groups. */
export function shiftsTraffic(strategy: DeploymentStrategy): boolean {
  return strategy !== DeploymentStrategy.Rolling;
}

export function deploymentSettings(strategy: DeploymentStrategy, tuning: DeploymentTuning): DeploymentSettings {
  const bakeTimeInMinutes = String(tuning.bakeMinutes);
  const stepBake = String(tuning.stepBakeMinutes);
  switch (strategy) {
    case DeploymentStrategy.Rolling:
      return { strategy: "ROLLING" };
    case DeploymentStrategy.BlueGreen:
      return { strategy: "BLUE_GREEN", bakeTimeInMinutes };
    case DeploymentStrategy.Canary:
      return {
        strategy: "CANARY",
        bakeTimeInMinutes,
        canaryConfiguration: { canaryPercent: tuning.canaryPercent, canaryBakeTimeInMinutes: stepBake },
      };
    case DeploymentStrategy.Linear:
      return {
        strategy: "LINEAR",
        bakeTimeInMinutes,
        linearConfiguration: { stepPercent: tuning.stepPercent, stepBakeTimeInMinutes: stepBake },
      };
  }
}

/** The way out for values that ECS refuses, or undefined for values it accepts. */
export function tuningProblem(tuning: DeploymentTuning): string | undefined {
  const { bakeMinutes, canaryPercent, stepPercent, stepBakeMinutes } = tuning;
  const minutes = (value: number) => Number.isInteger(value) && value >= 0 && value <= 1440;
  if (!minutes(bakeMinutes)) return "Set `bakeMinutes` to a whole number from 0 to 1440.";
  if (!minutes(stepBakeMinutes)) return "Set `stepBakeMinutes` to a whole number from 0 to 1440.";
  if (!(canaryPercent >= 0.1 && canaryPercent <= 100)) return "Set `canaryPercent` to a number from 0.1 to 100.";
  if (!(stepPercent >= 3 && stepPercent <= 100)) return "Set `stepPercent` to a number from 3 to 100.";
  return undefined;
}
