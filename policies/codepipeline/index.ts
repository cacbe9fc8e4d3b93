import type { Control } from "../shared/control";

export const codepipelineControls: readonly Control[] = [];
