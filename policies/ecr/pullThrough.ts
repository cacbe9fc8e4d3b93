import { matches } from "../documents/glob";
import type { Control } from "../shared/control";
import type { Node } from "../shared/node";
import { templateType } from "./types";
import { knownUpstreams, needsCredentials, needsRole } from "./upstreams";

const ruleType = "aws:ecr/pullThroughCacheRule:PullThroughCacheRule";

export const ecrPullThrough: Control<{ upstreams: string[] }> = {
  id: "ecr-pull-through",
  title: "Only agreed registries are cached",
  description:
    "Pull-through caches must name an agreed registry with its credentials, and a template for their repositories.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Choose an agreed `upstreamRegistryUrl`, set `credentialArn` or `customRoleArn` where it is needed, and create an `aws.ecr.RepositoryCreationTemplate` for the prefix.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html",
  reads: {
    [ruleType]: ["upstreamRegistryUrl", "credentialArn", "customRoleArn", "ecrRepositoryPrefix"],
    [templateType]: ["appliedFors", "prefix"],
  },
  configSchema: {
    properties: {
      upstreams: {
        type: "array",
        items: { type: "string" },
        default: [...knownUpstreams],
        description: "Registries that may be cached, as host names with wildcards.",
      },
    },
  },
  check({ type, props }, report, { config, settings }) {
    if (type !== ruleType) return;
    const upstream = props.at("upstreamRegistryUrl");
    const url = upstream.string() ?? "";
    const [credential, role] = [props.at("credentialArn"), props.at("customRoleArn")];
    if (!config.upstreams.some((pattern) => matches(pattern, url))) {
      const fix = `Set \`upstreamRegistryUrl\` to one of ${config.upstreams.join(", ")}.`;
      report.violation({ at: upstream, what: "The registry is not an agreed one", fix });
    }
    if (needsCredentials(url) && (credential.isAbsent || !isCacheSecret(credential))) {
      const fix = "Set `credentialArn` to a secret whose name begins with `ecr-pullthroughcache/`.";
      report.violation({ at: "credentialArn", what: "The registry asks for credentials that ECR does not have", fix });
    }
    if (needsRole(url, settings) && role.isAbsent) {
      const fix = "Set `customRoleArn` to a role that may read the other account's registry.";
      report.violation({ at: role, what: "The other account's registry cannot be read without a role", fix });
    }
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(ruleType), ({ props }) => {
      const prefix = props.at("ecrRepositoryPrefix");
      if (stack.ofType(templateType).some((template) => isFor(template.props, prefix))) return;
      report.violation({
        at: prefix,
        what: "The repositories of the cache follow no template: they are unencrypted, mutable and kept for ever",
        fix: "Create an `aws.ecr.RepositoryCreationTemplate` for the prefix, applied for `PULL_THROUGH_CACHE`.",
      });
    });
  },
};

function isCacheSecret(credential: Node): boolean {
  return credential.isUnknown || (credential.string() ?? "").includes(":secret:ecr-pullthroughcache/");
}

function isFor(template: Node, prefix: Node): boolean {
  const applied = template.at("appliedFors").items();
  if (!applied.some((feature) => feature.string() === "PULL_THROUGH_CACHE")) return false;
  const wanted = template.at("prefix").string() ?? "";
  return wanted === "ROOT" || `${prefix.string() ?? ""}/`.startsWith(`${wanted.replace(/\/$/, "")}/`);
}
