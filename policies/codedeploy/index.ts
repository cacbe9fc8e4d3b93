import type { Control } from "../shared/control";
import { cdRollback } from "./rollback";
import { cdAlarms } from "./alarms";
import { cdConfig } from "./config";
import { cdBluegreen } from "./bluegreen";

export const codedeployControls: readonly Control[] = [cdRollback, cdAlarms, cdConfig, cdBluegreen];
