import type { Control } from "../shared/control";

export const ecsControls: readonly Control[] = [];
