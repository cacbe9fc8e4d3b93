import type { Control } from "../shared/control";
import { vpcFlowLogs } from "./vpcFlowLogs";
import { vpcDefaultSg } from "./vpcDefaultSg";
import { vpcNoDefault } from "./vpcNoDefault";
import { vpcSubnetNoPublic } from "./vpcSubnetNoPublic";
import { vpcEndpoints } from "./vpcEndpoints";
import { vpcEndpointPolicy } from "./vpcEndpointPolicy";
import { vpcEndpointDns } from "./vpcEndpointDns";
import { vpcIgwRoute } from "./vpcIgwRoute";
import { sgIngressOpen } from "./sgIngressOpen";
import { sgEgress } from "./sgEgress";
import { sgDescriptions } from "./sgDescriptions";
import { sgConflict } from "./sgConflict";
import { sgAttached } from "./sgAttached";
import { nacl } from "./nacl";

export const networkControls: readonly Control[] = [
  vpcFlowLogs,
  vpcDefaultSg,
  vpcNoDefault,
  vpcSubnetNoPublic,
  vpcEndpoints,
  vpcEndpointPolicy,
  vpcEndpointDns,
  vpcIgwRoute,
  sgIngressOpen,
  sgEgress,
  sgDescriptions,
  sgConflict,
  sgAttached,
  nacl,
];
