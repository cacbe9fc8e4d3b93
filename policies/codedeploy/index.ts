import type { Control } from "../shared/control";

export const codedeployControls: readonly Control[] = [];
