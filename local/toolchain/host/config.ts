import type { AnalyzerStackConfigureRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import type { RunRequest } from "@pulumi/pulumi/proto/language_pb";

/** The stack configuration as the SDK reads it in a program. */
export function programConfig(request: RunRequest): NodeJS.ProcessEnv {
  const config = Object.fromEntries(
    request
      .getConfigMap()
      .getEntryList()
      .map(([key, value]) => [longKey(key), value]),
  );
  return {
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
  };
}

/** The same for a policy pack, which learns stack and project from its environment too. */
export function policyPackConfig(request: AnalyzerStackConfigureRequest): NodeJS.ProcessEnv {
  const entries: [string, string][] = [
    ["PULUMI_NODEJS_ORGANIZATION", request.getOrganization()],
    ["PULUMI_NODEJS_PROJECT", request.getProject()],
    ["PULUMI_NODEJS_STACK", request.getStack()],
    ["PULUMI_NODEJS_DRY_RUN", String(request.getDryRun())],
    ["PULUMI_CONFIG", JSON.stringify(Object.fromEntries(request.getConfigMap().getEntryList()))],
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}

/** `aws:region` as `aws:config:region`: the form that every version of the SDK understands. */
function longKey(key: string): string {
  const parts = key.split(":");
  return parts.length === 2 ? `${parts[0]}:config:${parts[1]}` : key;
}
