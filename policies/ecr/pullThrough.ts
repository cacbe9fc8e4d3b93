import { matches } from "../documents/glob";
import type { Control } from "../shared/control";
import { governs, templatesFor } from "./templates";
import { pullThroughType, templateType } from "./types";
import { isCacheSecret, knownUpstreams, needsCredentials, needsRole } from "./upstreams";

export const ecrPullThrough: Control<{ upstreams: string[] }> = {
  id: "ecr-pull-through",
  title: "Only agreed registries are cached",
  description: "Pull-through caches must name an agreed registry with its credentials, and follow a template.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps: "Choose an agreed registry, set `credentialArn` or `customRoleArn`, and create a template.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html",
  reads: {
    [pullThroughType]: ["upstreamRegistryUrl", "credentialArn", "customRoleArn", "ecrRepositoryPrefix"],
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
    if (type !== pullThroughType) return;
    const upstream = props.at("upstreamRegistryUrl");
    const url = upstream.string() ?? "";
    if (!config.upstreams.some((pattern) => matches(pattern, url))) {
      const fix = `Set \`upstreamRegistryUrl\` to one of ${config.upstreams.join(", ")}.`;
      report.violation({ at: upstream, what: "The registry is not an agreed one", fix });
    }
    if (needsCredentials(url) && !isCacheSecret(props.at("credentialArn"))) {
      const fix = "Set `credentialArn` to a secret whose name begins with `ecr-pullthroughcache/`.";
      report.violation({ at: "credentialArn", what: "The registry asks for credentials that ECR does not have", fix });
    }
    const role = props.at("customRoleArn");
    const needed = role.isUnknown || (role.string() ?? "") !== "" ? false : needsRole(url, settings);
    const fix = "Set `customRoleArn` to a role that may read the other account's registry.";
    const what = "Another account's registry cannot be read without a role";
    if (needed === true) report.violation({ at: role, what, fix });
    if (needed === undefined) report.undecided({ at: role, what: `${what}. Nobody said which one is the own`, fix });
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(pullThroughType), ({ props }) => {
      const prefix = props.at("ecrRepositoryPrefix");
      if (templatesFor("PULL_THROUGH_CACHE", stack).some((template) => governs(template, prefix.string() ?? "")))
        return;
      const what = "The cached repositories follow no template: they have no own key, are mutable and kept for ever";
      report.violation({ at: prefix, what, fix: "Create an `aws.ecr.RepositoryCreationTemplate` for the prefix." });
    });
  },
};
