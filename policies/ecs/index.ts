import type { Control } from "../shared/control";
import { ecsContainerInsights } from "./containerInsights";
import { ecsExecLogging } from "./execLogging";
import { ecsEphemeralKms } from "./ephemeralKms";
import { ecsNoPublicIp } from "./noPublicIp";
import { ecsPlatformLatest } from "./platformLatest";
import { ecsCircuitBreaker } from "./circuitBreaker";
import { ecsExecOff } from "./execOff";
import { ecsAzRebalance } from "./azRebalance";
import { ecsAlarms } from "./alarms";
import { ecsNonroot } from "./nonroot";
import { ecsUnprivileged } from "./unprivileged";
import { ecsReadonlyRoot } from "./readonlyRoot";
import { ecsCaps } from "./caps";
import { ecsAwsvpc } from "./awsvpc";
import { ecsNoHostPid } from "./noHostPid";
import { ecsEnvSecrets } from "./envSecrets";
import { ecsLogging } from "./logging";
import { ecsMemory } from "./memory";
import { ecsImagePinned } from "./imagePinned";
import { ecsRolesDiffer } from "./rolesDiffer";
import { ecsEfsTls } from "./efsTls";
import { ecsFaultInjection } from "./faultInjection";
import { ecsHealthcheck } from "./healthcheck";
import { ecsCapProviderProtect } from "./capProviderProtect";
import { ecsTags } from "./tags";
import { ecsBlueGreenRule } from "./blueGreenRule";
import { ecsKeepRevisions } from "./keepRevisions";

export const ecsControls: readonly Control[] = [
  ecsContainerInsights,
  ecsExecLogging,
  ecsEphemeralKms,
  ecsNoPublicIp,
  ecsPlatformLatest,
  ecsCircuitBreaker,
  ecsExecOff,
  ecsAzRebalance,
  ecsAlarms,
  ecsNonroot,
  ecsUnprivileged,
  ecsReadonlyRoot,
  ecsCaps,
  ecsAwsvpc,
  ecsNoHostPid,
  ecsEnvSecrets,
  ecsLogging,
  ecsMemory,
  ecsImagePinned,
  ecsRolesDiffer,
  ecsEfsTls,
  ecsFaultInjection,
  ecsHealthcheck,
  ecsCapProviderProtect,
  ecsTags,
  ecsBlueGreenRule,
  ecsKeepRevisions,
];
