import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { loadBalancerTypes, reads } from "../shared/tokens";

const fix = "Give `subnets` at least two subnets in different availability zones.";

export const albMultiAz: Control = {
  id: "alb-multi-az",
  title: "Load balancers span zones",
  description: "Load balancers must stand in at least two subnets of different availability zones.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ securityHub: "ELB.13" }),
  remediationSteps: "Give `subnets` (or `subnetMappings`) at least two subnets in different availability zones.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer",
  reads: reads(loadBalancerTypes, "subnets", "subnetMappings.subnetId"),
  check({ props }, report) {
    const [subnets, mappings] = [props.at("subnets"), props.at("subnetMappings")];
    // A list that is an output of a component is judged by what it is made of.
    if (subnets.isUnknown || mappings.isUnknown) return;
    if (subnets.items().length + mappings.items().length < 2) {
      report.violation({
        at: subnets.isAbsent ? mappings : subnets,
        what: "The load balancer stands in fewer than two subnets",
        fix,
      });
    }
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...loadBalancerTypes), (loadBalancer) => {
      const { subnets = [], subnetMappings = [] } = loadBalancer.propertyDependencies;
      const zones = [...subnets, ...subnetMappings]
        .filter((dependency) => dependency.type === "aws:ec2/subnet:Subnet")
        .map(
          (subnet) => subnet.props.at("availabilityZone").string() ?? subnet.props.at("availabilityZoneId").string(),
        );
      const lists = [loadBalancer.props.at("subnets"), loadBalancer.props.at("subnetMappings")];
      if (zones.length === 0) lists.forEach((list) => list.items());
      if (zones.length > 0 && !zones.includes(undefined) && new Set(zones).size < 2) {
        report.violation({
          at: loadBalancer.props.at("subnets").path,
          what: `All subnets of the load balancer are in ${zones[0]}`,
          fix,
        });
      }
    });
  },
};
