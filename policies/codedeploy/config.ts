import type { Control } from "../shared/control";
import type { Node } from "../shared/node";
import { groupType } from "./types";

const configType = "aws:codedeploy/deploymentConfig:DeploymentConfig";

export const cdConfig: Control = {
  id: "cd-config",
  title: "Deployments do not move everything at once",
  description: "CodeDeploy must not deploy all at once in protected environments.",
  severity: "medium",
  levels: { dev: "disabled", prod: "mandatory" },
  references: [],
  remediationSteps: "Use a canary or linear configuration, for instance CodeDeployDefault.ECSCanary10Percent5Minutes.",
  url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html",
  reads: {
    [groupType]: ["deploymentConfigName"],
    [configType]: ["computePlatform", "trafficRoutingConfig.type", "minimumHealthyHosts.value"],
  },
  check({ type, props }, report, { settings }) {
    if (!settings.environment.protected) return;
    const property = type === groupType ? props.at("deploymentConfigName") : allAtOnce(props);
    // An unknown name is a configuration of this stack, which is judged itself. Absent means one at a time.
    if (property === undefined || (type === groupType && (property.isUnknown || !isPredefined(property)))) return;
    report.violation({
      at: property,
      what: "A faulty version takes all traffic at once",
      fix: "Use a canary or linear configuration.",
    });
  },
};

/** `CodeDeployDefault.AllAtOnce`, `.ECSAllAtOnce`, `.LambdaAllAtOnce`. */
function isPredefined(name: Node): boolean {
  return /^CodeDeployDefault\..*AllAtOnce$/.test(name.string() ?? "");
}

/** The property by which a configuration of one's own moves everything at once, if it does. */
function allAtOnce(props: Node): Node | undefined {
  if ((props.at("computePlatform").string() ?? "Server") === "Server") {
    const healthy = props.at("minimumHealthyHosts", "value");
    return (healthy.number() ?? 0) === 0 ? healthy : undefined;
  }
  const routing = props.at("trafficRoutingConfig", "type");
  // Absent means AllAtOnce.
  return (routing.string() ?? "AllAtOnce") === "AllAtOnce" ? routing : undefined;
}
