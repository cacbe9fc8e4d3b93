import type { Control } from "../shared/control";

export const pulumiEnvironmentKnown: Control = {
  id: "pulumi-environment-known",
  title: "The stack names its environment",
  description: "The stack's name, tag or configuration must name a known environment.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Set `container-delivery-policies:environment` to a known environment, or add this one to `container-delivery-policies:environments`. Until then the stack is judged as production.",
  url: "https://www.pulumi.com/docs/iac/concepts/stacks/",
  reads: { "pulumi:pulumi:Stack": [] },
  check(_resource, report, { settings }) {
    const { environment } = settings;
    if (!environment.known) {
      report.violation({
        at: "",
        what: `Nothing says what kind of environment \`${environment.name}\` is, so it is judged as production`,
        fix: "Set `container-delivery-policies:environment`.",
      });
    }
  },
};
