import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { Resource } from "../shared/resource";
import { tagNames } from "../shared/tagging";
import { reads } from "../shared/tokens";
import { clusterType, serviceType, taskDefinitionType } from "./types";

export const ecsTags: Control = {
  id: "ecs-tags",
  title: "Clusters, services and tasks carry tags",
  description: "ECS clusters, services and task definitions must carry tags, and services must pass them on to tasks.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: elsewhere({ securityHub: "ECS.13 ECS.14 ECS.15" }),
  remediationSteps: "Set `tags`, and on services `propagateTags` and `enableEcsManagedTags`.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html",
  reads: {
    ...reads([clusterType, taskDefinitionType], "tags"),
    [serviceType]: ["tags", "propagateTags", "enableEcsManagedTags"],
  },
  check(resource, report) {
    report.each([resource.props.at("tags")], (tags) => {
      if (tagNames(resource).size > 0) return;
      const fix = "Set `tags` on the resource or `defaultTags` on the provider.";
      report.violation({ at: tags, what: "The resource has no tags", fix });
    });
    if (resource.type !== serviceType) return;
    report.each([resource.props.at("propagateTags")], (propagate) => {
      if (["SERVICE", "TASK_DEFINITION"].includes(propagate.string() ?? "")) return;
      report.violation({ at: propagate, what: "Tasks have no tags", fix: "Set `propagateTags` to `SERVICE`." });
    });
    report.each([resource.props.at("enableEcsManagedTags")], (managed) => {
      if (managed.boolean() === true) return;
      const fix = "Set `enableEcsManagedTags` to `true`.";
      report.violation({ at: managed, what: "Costs of tasks cannot be told by cluster and service", fix });
    });
  },
  remediate({ type, props }: Resource) {
    if (type !== serviceType) return undefined;
    const [propagate, managed] = [props.at("propagateTags"), props.at("enableEcsManagedTags")];
    const changed = {
      ...(!propagate.isUnknown && !["SERVICE", "TASK_DEFINITION"].includes(propagate.string() ?? "")
        ? { propagateTags: "SERVICE" }
        : {}),
      ...(!managed.isUnknown && managed.boolean() !== true ? { enableEcsManagedTags: true } : {}),
    };
    return Object.keys(changed).length > 0 ? changed : undefined;
  },
};
