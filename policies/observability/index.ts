import type { Control } from "../shared/control";
import { logsKms } from "./logsKms";
import { logsRetention } from "./logsRetention";
import { alarmActions } from "./alarmActions";
import { alarmCoverage } from "./alarmCoverage";
import { snsKms } from "./snsKms";
import { snsSub } from "./snsSub";
import { eventsDlq } from "./eventsDlq";
import { eventsBusKms } from "./eventsBusKms";
import { eventsPattern } from "./eventsPattern";

export const observabilityControls: readonly Control[] = [
  logsKms,
  logsRetention,
  alarmActions,
  alarmCoverage,
  snsKms,
  snsSub,
  eventsDlq,
  eventsBusKms,
  eventsPattern,
];
