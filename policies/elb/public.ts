import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { loadBalancerTypes, reads } from "../shared/tokens";

const publicTag = "internet-facing";

export const albPublic: Control<{ public: string[] }> = {
  id: "alb-public",
  title: "Load balancers are internal unless declared",
  description: "Load balancers must be internal, unless the public ones are declared.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ trivy: "AWS-0053" }),
  remediationSteps: "Set `internal` to true, or name the load balancer in this control's `public` setting.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-scheme",
  reads: reads(loadBalancerTypes, "internal", "loadBalancerType", "tags"),
  configSchema: {
    properties: {
      public: {
        type: "array",
        items: { type: "string" },
        default: [],
        description: "Pulumi names of load balancers that are meant to face the internet.",
      },
    },
  },
  check({ props, name }, report, { config }) {
    // A tag says in the program what the setting says outside of it: this one is meant to be public.
    if (String(props.at("tags", publicTag).raw) === "true" || config.public.includes(name)) return;
    const internal = props.at("internal");
    // A gateway load balancer has no scheme: only endpoints in VPCs lead to it.
    if (props.at("loadBalancerType").string() === "gateway" || internal.boolean() === true) return;
    report.violation({
      at: internal,
      what: "The load balancer faces the internet and nothing declares that it should",
      fix: `Set \`internal\` to \`true\`, or tag it \`${publicTag}: "true"\`.`,
    });
  },
};
