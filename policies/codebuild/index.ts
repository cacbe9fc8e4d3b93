import type { Control } from "../shared/control";

export const codebuildControls: readonly Control[] = [];
