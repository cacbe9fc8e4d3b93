import type { Control } from "../shared/control";

export const cpWebhook: Control = {
  id: "cp-webhook",
  title: "Only known callers start pipelines",
  description: "Webhooks of pipelines must accept only requests that are signed or come from agreed addresses.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Set `authentication` to GITHUB_HMAC with a secret of its own, or use a connection and its triggers instead.",
  url: "https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_WebhookDefinition.html",
  reads: {
    "aws:codepipeline/webhook:Webhook": ["authentication", "authenticationConfiguration.allowedIpRange"],
  },
  check({ props }, report) {
    const authentication = props.at("authentication");
    if (authentication.string() === "UNAUTHENTICATED") {
      const what = "Whoever knows the address starts the pipeline";
      report.violation({ at: authentication, what, fix: "Set `authentication` to `GITHUB_HMAC`." });
    }
    const range = props.at("authenticationConfiguration", "allowedIpRange");
    if (authentication.string() !== "IP" || !/\/0$/.test(range.string() ?? "")) return;
    report.violation({ at: range, what: "Every address starts the pipeline", fix: "Name the range of the callers." });
  },
};
