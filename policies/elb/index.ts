import type { Control } from "../shared/control";
import { albHttps } from "./https";
import { albRedirect } from "./redirect";
import { albTlsPolicy } from "./tlsPolicy";
import { albDropHeaders } from "./dropHeaders";
import { albLogs } from "./logs";
import { albDeleteProtect } from "./deleteProtect";
import { albDesync } from "./desync";
import { albMultiAz } from "./multiAz";
import { albWaf } from "./waf";
import { albPublic } from "./public";
import { albTgHealth } from "./tgHealth";
import { albTgTls } from "./tgTls";
import { albXff } from "./xff";
import { albHsts } from "./hsts";

export const elbControls: readonly Control[] = [
  albHttps,
  albRedirect,
  albTlsPolicy,
  albDropHeaders,
  albLogs,
  albDeleteProtect,
  albDesync,
  albMultiAz,
  albWaf,
  albPublic,
  albTgHealth,
  albTgTls,
  albXff,
  albHsts,
];
