import { matches } from "../documents/glob";
import type { Control } from "../shared/control";
import { containersOf } from "./containers";
import { allowedRegistries, readImage } from "./images";
import { daemonTaskDefinitionType, expressServiceType, taskDefinitionType } from "./types";

export const ecsImagePinned: Control<{ registries: string[] }> = {
  id: "ecs-image-pinned",
  title: "Containers run a known image",
  description: "ECS containers must run images of agreed registries, by digest or by a tag that ECS resolves once.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Copy the image to ECR and name it by `@sha256:` digest, or by a tag other than latest without disabling `versionConsistency`.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html#deployment-container-image-stability",
  reads: {
    [taskDefinitionType]: ["containerDefinitions"],
    [daemonTaskDefinitionType]: ["containerDefinitions.image"],
    [expressServiceType]: ["primaryContainer.image"],
  },
  configSchema: {
    properties: {
      registries: {
        type: "array",
        items: { type: "string" },
        default: [...allowedRegistries],
        description: "Registries that images may come from, as host names with wildcards.",
      },
    },
  },
  check({ props }, report, { config }) {
    report.each(containersOf(props), (container) => {
      const image = container.at("image");
      const { registry, tag = "latest", digest } = readImage(image.string() ?? "");
      if (!config.registries.some((pattern) => matches(pattern, registry))) {
        const fix = "Copy the image to ECR, or let a pull-through cache do it.";
        report.violation({ at: image, what: `The image comes from ${registry}, no agreed registry`, fix });
      }
      if (digest !== undefined) return;
      const consistency = container.at("versionConsistency");
      if (tag === "latest") {
        const fix = "Name the image by digest, or by a tag that tells the version.";
        report.violation({ at: image, what: "Nobody can tell which image runs, or go back to the one before", fix });
      } else if (consistency.string() === "disabled") {
        const fix = "Remove `versionConsistency`, or name the image by digest.";
        report.violation({ at: consistency, what: "Tasks of one deployment can run different images", fix });
      }
    });
  },
};
