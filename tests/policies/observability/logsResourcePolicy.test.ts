import { logsResourcePolicy } from "../../../policies/observability/logsResourcePolicy";
import { itJudgesAudience } from "../../support/audience";

const type = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";

describe("logs-resource-policy", () => {
  itJudgesAudience({
    control: logsResourcePolicy,
    type,
    property: "policyDocument",
    action: "logs:PutLogEvents",
    service: "route53",
  });
});
