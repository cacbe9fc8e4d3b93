import { matches } from "../documents/glob";
import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { isPinnedEcrImage, maintainedImages } from "./images";
import { projectType } from "./types";

export const cbManagedImage: Control<{ images: string[] }> = {
  id: "cb-managed-image",
  title: "Builds run in a maintained image",
  description: "CodeBuild projects must run in an image that CodeBuild maintains, or in an ECR image by digest.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ cdkNag: "CB5" }),
  remediationSteps:
    "Set `environment.image` to a current `aws/codebuild/…` image, or to an ECR image with its `@sha256:` digest.",
  url: "https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-available.html",
  reads: { [projectType]: ["environment.image"] },
  configSchema: {
    properties: {
      images: {
        type: "array",
        items: { type: "string" },
        default: [...maintainedImages],
        description: "Images that projects may use, with wildcards, besides ECR images by digest.",
      },
    },
  },
  check({ props }, report, { config }) {
    const image = props.at("environment", "image");
    const name = image.string() ?? "";
    // A version of an image carries its date: `aws/codebuild/standard:7.0-25.01.30`.
    const maintained = config.images.some((pattern) => matches(pattern, name) || matches(`${pattern}-*`, name));
    if (maintained || isPinnedEcrImage(name)) return;
    report.violation({
      at: image,
      what: name.startsWith("aws/codebuild/")
        ? "CodeBuild no longer maintains the image"
        : "The image is neither maintained by CodeBuild nor pinned by digest in ECR",
      fix: "Set `environment.image` to `aws/codebuild/standard:8.0`, or pin an ECR image by digest.",
    });
  },
};
