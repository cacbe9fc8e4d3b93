import type { Control } from "../shared/control";
import { logsKms } from "./logsKms";
import { logsRetention } from "./logsRetention";
import { logsResourcePolicy } from "./logsResourcePolicy";
import { alarmActions } from "./alarmActions";
import { alarmCoverage } from "./alarmCoverage";
import { snsKms } from "./snsKms";
import { snsPolicy } from "./snsPolicy";
import { snsTlsOnly } from "./snsTlsOnly";
import { snsSub } from "./snsSub";
import { sqsKms } from "./sqsKms";
import { sqsPolicy } from "./sqsPolicy";
import { eventsDlq } from "./eventsDlq";
import { eventsBusPolicy } from "./eventsBusPolicy";
import { eventsBusKms } from "./eventsBusKms";
import { eventsPattern } from "./eventsPattern";

export const observabilityControls: readonly Control[] = [
  logsKms,
  logsRetention,
  logsResourcePolicy,
  alarmActions,
  alarmCoverage,
  snsKms,
  snsPolicy,
  snsTlsOnly,
  snsSub,
  sqsKms,
  sqsPolicy,
  eventsDlq,
  eventsBusPolicy,
  eventsBusKms,
  eventsPattern,
];
