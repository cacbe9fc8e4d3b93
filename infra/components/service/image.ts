import type { Input } from "@pulumi/pulumi";

/** Who decides which image the service runs. */
export const ImageOwner = {
  /** The pipeline deploys by digest; Pulumi leaves image and number of tasks alone after the first deployment. */
  Pipeline: "pipeline",
  /** `pulumi up` deploys the image that `image` names. */
  Pulumi: "pulumi",
} as const;
export type ImageOwner = (typeof ImageOwner)[keyof typeof ImageOwner];

/** What the service runs. */
export interface ServiceImageArgs {
  /** Name of the ECR repository that holds the service's images. */
  readonly repositoryName: Input<string>;
  /** Name of the SSM parameter that holds the digest of the running image; created here. */
  readonly imageParameterName: Input<string>;
  /** Image that answers until the first release, on the same port. Defaults to a small server on Node's own image. */
  readonly bootstrapImage?: Input<string>;
  /** Who decides about the image, a value of `ImageOwner`. Defaults to `pipeline`. */
  readonly imageOwner?: string;
  /** Image by digest, when Pulumi owns it. Defaults to none. */
  readonly image?: Input<string>;
}

/** The way out for an owner and an image that contradict each other, or undefined. */
export function imageProblem(owner: string, image: unknown): string | undefined {
  if (owner === ImageOwner.Pulumi && image === undefined) return "Set `image` to the image by digest.";
  if (owner === ImageOwner.Pipeline && image !== undefined) {
    return "Remove `image`, or set `imageOwner` to `pulumi`: the pipeline would not see it.";
  }
  return undefined;
}
